// Time zones by rule: UTC, North America, Europe, Asia and a few more.
// Here: names, what is ahead of UTC when.  Not here: SQLite values (functions_zone.cpp).
// Terms: local time is what clocks of the zone show; an hour that clocks show twice counts as standard time, one that
// they skip as if they did not. Errors: nothing for names that are not known, and for years before a zone's rules.
// Source: IANA time zone database, 2023c: the rules in force since 2007, or since the year that a zone says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopready::sql {

enum class SummerTime { none, american, european, israeli, australian };

struct Zone {
  const char* name;
  int minutes;  // ahead of UTC in winter
  SummerTime summer;
  int from_year;  // the first year that the rule holds for
};

const Zone* find_zone(std::string_view name);  // any letter case; null for an unknown one
const std::vector<std::string>& zone_names();

std::optional<std::int64_t> local_from_utc(std::int64_t us, const Zone& zone);
std::optional<std::int64_t> utc_from_local(std::int64_t us, const Zone& zone);

}  // namespace loopready::sql
