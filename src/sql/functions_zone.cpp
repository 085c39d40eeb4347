// Time zones: AT TIME ZONE and CONVERT_TIMEZONE.
#include "base/text.h"
#include "sql/arguments.h"
#include "sql/moment.h"
#include "sql/names.h"
#include "sql/zone.h"

namespace loopready::sql {
namespace {

const Zone* zone_argument(Context* context, Value* value) {
  const std::string name(text_of(value).substr(0, 60));
  const Zone* zone = find_zone(name);
  if (zone != nullptr) return zone;
  const std::string near = nearest(name, zone_names());
  refuse(context, "'" + name + "' is no time zone that is known here" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
  return nullptr;
}

std::optional<Moment> moment_argument(Context* context, Value* value) {
  const auto moment = read_moment(text_of(value));
  if (!moment) refuse(context, "'" + std::string(text_of(value).substr(0, 40)) + "' is not a date or timestamp");
  return moment;
}

// Gives the moment, or says from when on the zone's rule is known.
void give_converted(Context* context, std::optional<std::int64_t> us, const Zone& zone) {
  if (us && in_years(*us)) return give(context, moment_text({*us, true}));
  refuse(context, "The time zone " + std::string(zone.name) + " is known here from " + std::to_string(zone.from_year) + " on");
}

// lr_from_utc(timestamp, zone): what clocks there show.
void from_utc(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto moment = moment_argument(context, values[0]);
  const Zone* zone = moment ? zone_argument(context, values[1]) : nullptr;
  if (zone != nullptr) give_converted(context, local_from_utc(moment->us, *zone), *zone);
}

// lr_to_utc(timestamp, zone)
void to_utc(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto moment = moment_argument(context, values[0]);
  const Zone* zone = moment ? zone_argument(context, values[1]) : nullptr;
  if (zone != nullptr) give_converted(context, utc_from_local(moment->us, *zone), *zone);
}

// convert_timezone([from,] to, timestamp); from is UTC when it is left out.
void convert(Context* context, int n, Value** values) {
  if (null_with_null(context, n, values)) return;
  const auto moment = moment_argument(context, values[n - 1]);
  const Zone* from = moment && n == 3 ? zone_argument(context, values[0]) : find_zone("UTC");
  const Zone* to = moment && from != nullptr ? zone_argument(context, values[n - 2]) : nullptr;
  if (to == nullptr) return;
  const auto utc = utc_from_local(moment->us, *from);
  if (!utc) return give_converted(context, utc, *from);
  give_converted(context, local_from_utc(*utc, *to), *to);
}

}  // namespace

void register_zone_functions(sqlite3* db, Surroundings* surroundings) {
  add_function(db, "lr_from_utc", 2, from_utc, surroundings);
  add_function(db, "lr_to_utc", 2, to_utc, surroundings);
  add_function(db, "convert_timezone", 2, convert, surroundings);
  add_function(db, "convert_timezone", 3, convert, surroundings);
}

}  // namespace loopready::sql
