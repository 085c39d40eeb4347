// One offer: what it pays in each month of its first four years, and what leaving then gives up.
// Here: Offer, pay_of.  Not here: offers beside each other and levers (offer_compare.h), how fields are typed (app/offer.h).
// Terms: all amounts are cents; months count from the start, 1 to 48; the price is that of one share. A part is known once every
// figure it needs is given: nothing is put in for a missing one.
// Assumptions, said on the screen: base and bonus stay as they are; a bonus is paid at the end of its year; refreshers come at the end of
// years 1 to 3 and vest evenly, once a year; no taxes, no interest.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pay/money.h"
#include "pay/vesting.h"

namespace loopready::pay {

inline constexpr int kYears = 4, kMonths = 48;

enum class Part { base, sign_on, stock, refreshers, bonus };
inline constexpr std::size_t kParts = 5;
const char* part_name(Part part);  // "base", "sign-on" ...

enum class PathKind { flat, rate, own };

struct PricePath {
  PathKind kind = PathKind::flat;
  std::optional<std::int64_t> rate;  // a year, hundredths of a per cent, -10,000 to 10,000; compounds from month to month
  std::vector<Cents> own;            // the price in each of the four years
};

struct Offer {
  std::string name;
  std::string level;
  std::optional<Cents> base_a_year;
  std::array<std::optional<Cents>, 2> sign_on;  // years 1 and 2
  bool sign_on_monthly = true;                  // else at the start of its year
  std::optional<Cents> bonus_a_year;
  bool in_shares = true;                        // the grant: so many shares, or so many dollars
  std::optional<std::int64_t> n_shares;
  std::optional<Cents> share_price;             // at the start
  std::optional<Cents> grant_value;
  std::optional<Schedule> schedule = Schedule{};
  PricePath path;
  bool counts_refreshers = false;
  std::optional<Cents> refresher;               // worth of each when granted
  std::optional<std::int64_t> refresher_years;  // 1 to 6
  std::optional<std::int64_t> clawback_months;  // sign-on paid in so many months before leaving is paid back ...
  std::optional<std::int64_t> clawback_pct;     // ... to this share, hundredths of a per cent
};

struct Month {
  std::array<Cents, kParts> paid = {};
  Cents unvested = 0;  // what leaving at its end gives up, at the price then
  Cents clawback = 0;  // and what is paid back
};

struct Pay {
  std::array<Month, kMonths> months = {};
  std::array<bool, kParts> known = {};
  bool knows_unvested = false, knows_clawback = false;
  std::vector<std::string> missing;  // "the base salary", for the total
  std::array<std::array<Cents, kParts>, kYears> by_year = {};

  bool complete() const { return missing.empty(); }
  Cents year_total(std::size_t year) const;  // of what is known
  Cents total() const;
  Cents paid_until(int month) const;
};

// What a part lacks: "the number of shares", "the share price today" ...; nothing when it is known.
std::vector<std::string> lacks(const Offer& offer, Part part);
std::vector<std::string> clawback_lacks(const Offer& offer);

Cents price_at(const Offer& offer, int month);  // the stock must be known
Pay pay_of(const Offer& offer);

}  // namespace loopready::pay
