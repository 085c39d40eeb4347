#include "pay/offer.h"

#include <algorithm>
#include <cmath>

namespace loopready::pay {
namespace {

constexpr Cents kIndex = 1'000'000;  // stands for the price where a grant is given in dollars and no price is

std::size_t at(Part part) { return static_cast<std::size_t>(part); }

Cents first_price(const Offer& offer) { return offer.share_price && *offer.share_price > 0 ? *offer.share_price : kIndex; }

// What a month's share of a yearly amount is, so that twelve sum to it.
Cents monthly(Cents a_year, int month_of_year) { return a_year * month_of_year / 12 - a_year * (month_of_year - 1) / 12; }

std::int64_t grant_units(const Offer& offer) { return offer.in_shares ? *offer.n_shares : *offer.grant_value; }

Cents worth(const Offer& offer, std::int64_t n_units, int month) {
  return offer.in_shares ? n_units * price_at(offer, month) : scaled(n_units, price_at(offer, month), first_price(offer));
}

struct Grant {
  int month;
  Schedule schedule;
};

std::vector<Grant> refresher_grants(const Offer& offer) {
  const auto n_years = static_cast<std::size_t>(*offer.refresher_years);
  Schedule even{std::vector<std::int64_t>(n_years, 10'000 / static_cast<std::int64_t>(n_years)), 1};
  even.by_year.back() += 10'000 % static_cast<std::int64_t>(n_years);
  return {{12, even}, {24, even}, {36, even}};
}

Cents refresher_worth(const Offer& offer, const Grant& grant, std::int64_t n_units, int month) {
  const Cents then = price_at(offer, grant.month);
  return then == 0 ? 0 : scaled(n_units, price_at(offer, month), then);
}

void fill_cash(const Offer& offer, Pay& pay) {
  for (int m = 1; m <= kMonths; ++m) {
    Month& month = pay.months[static_cast<std::size_t>(m - 1)];
    const int of_year = (m - 1) % 12 + 1;
    const auto year = static_cast<std::size_t>((m - 1) / 12);
    if (pay.known[at(Part::base)]) month.paid[at(Part::base)] = monthly(*offer.base_a_year, of_year);
    if (pay.known[at(Part::bonus)] && of_year == 12) month.paid[at(Part::bonus)] = *offer.bonus_a_year;
    if (pay.known[at(Part::sign_on)] && year < 2)
      month.paid[at(Part::sign_on)] = offer.sign_on_monthly ? monthly(*offer.sign_on[year], of_year) : of_year == 1 ? *offer.sign_on[year] : 0;
  }
}

void fill_stock(const Offer& offer, Pay& pay) {
  for (int m = 1; m <= kMonths; ++m) {
    Month& month = pay.months[static_cast<std::size_t>(m - 1)];
    const std::int64_t units = grant_units(offer), vested = vested_units(units, *offer.schedule, m);
    month.paid[at(Part::stock)] = worth(offer, vested - vested_units(units, *offer.schedule, m - 1), m);
    month.unvested += worth(offer, units - vested, m);
  }
}

void fill_refreshers(const Offer& offer, Pay& pay) {
  if (!offer.counts_refreshers) return;
  for (const Grant& grant : refresher_grants(offer)) {
    for (int m = grant.month; m <= kMonths; ++m) {
      Month& month = pay.months[static_cast<std::size_t>(m - 1)];
      const std::int64_t vested = vested_units(*offer.refresher, grant.schedule, m - grant.month);
      const std::int64_t before = vested_units(*offer.refresher, grant.schedule, m - grant.month - 1);
      month.paid[at(Part::refreshers)] += refresher_worth(offer, grant, vested - before, m);
      month.unvested += refresher_worth(offer, grant, *offer.refresher - vested, m);
    }
  }
}

void fill_clawback(const Offer& offer, Pay& pay) {
  for (int m = 1; m <= kMonths; ++m) {
    Cents paid = 0;
    for (int before = std::max(1, m - static_cast<int>(std::min<std::int64_t>(*offer.clawback_months, kMonths)) + 1); before <= m; ++before)
      paid += pay.months[static_cast<std::size_t>(before - 1)].paid[at(Part::sign_on)];
    pay.months[static_cast<std::size_t>(m - 1)].clawback = scaled(paid, *offer.clawback_pct, 10'000);
  }
}

// What a price path lacks.
void path_lacks(const Offer& offer, std::vector<std::string>& all) {
  if (offer.path.kind == PathKind::rate && !offer.path.rate) all.emplace_back("how much the price changes a year");
  if (offer.path.kind != PathKind::own) return;
  if (offer.path.own.size() != kYears) all.emplace_back("four share prices, one a year");
  if (!offer.share_price && !offer.in_shares) all.emplace_back("the share price today");
}

}  // namespace

const char* part_name(Part part) {
  switch (part) {
    case Part::base: return "base";
    case Part::sign_on: return "sign-on";
    case Part::stock: return "first grant";
    case Part::refreshers: return "refreshers";
    case Part::bonus: return "bonus";
  }
  return "";
}

std::vector<std::string> lacks(const Offer& offer, Part part) {
  std::vector<std::string> all;
  switch (part) {
    case Part::base:
      if (!offer.base_a_year) all.emplace_back("the base salary");
      break;
    case Part::sign_on:
      if (!offer.sign_on[0]) all.emplace_back("the sign-on of year 1 (0 if there is none)");
      if (!offer.sign_on[1]) all.emplace_back("the sign-on of year 2 (0 if there is none)");
      break;
    case Part::stock:
      if (offer.in_shares && !offer.n_shares) all.emplace_back("the number of shares");
      if (offer.in_shares && !offer.share_price) all.emplace_back("the share price today");
      if (!offer.in_shares && !offer.grant_value) all.emplace_back("what the grant is worth");
      if (!offer.schedule) all.emplace_back("a schedule that sums to 100 %");
      path_lacks(offer, all);
      break;
    case Part::refreshers:
      if (!offer.counts_refreshers) break;
      if (!offer.refresher) all.emplace_back("what a refresher is worth");
      if (!offer.refresher_years) all.emplace_back("over how many years a refresher vests");
      path_lacks(offer, all);
      if (offer.path.kind == PathKind::own && offer.in_shares && !offer.share_price) all.emplace_back("the share price today");
      break;
    case Part::bonus:
      if (!offer.bonus_a_year) all.emplace_back("the bonus (0 if there is none)");
      break;
  }
  return all;
}

std::vector<std::string> clawback_lacks(const Offer& offer) {
  std::vector<std::string> all = lacks(offer, Part::sign_on);
  if (!offer.clawback_months) all.emplace_back("how many months of sign-on are paid back");
  if (!offer.clawback_pct) all.emplace_back("which share of them is paid back");
  return all;
}

Cents price_at(const Offer& offer, int month) {
  const Cents first = first_price(offer);
  switch (offer.path.kind) {
    case PathKind::flat: return first;
    case PathKind::own: return offer.path.own[static_cast<std::size_t>(std::clamp((month - 1) / 12, 0, kYears - 1))];
    case PathKind::rate: break;
  }
  const double growth = 1 + static_cast<double>(*offer.path.rate) / 10'000;
  return std::llround(static_cast<double>(first) * std::pow(std::max(growth, 0.0), static_cast<double>(month) / 12));
}

Pay pay_of(const Offer& offer) {
  Pay pay;
  for (std::size_t p = 0; p < kParts; ++p) {
    const std::vector<std::string> part = lacks(offer, static_cast<Part>(p));
    pay.known[p] = part.empty();
    for (const std::string& one : part)
      if (std::find(pay.missing.begin(), pay.missing.end(), one) == pay.missing.end()) pay.missing.push_back(one);
  }
  fill_cash(offer, pay);
  if (pay.known[at(Part::stock)]) fill_stock(offer, pay);
  if (pay.known[at(Part::refreshers)]) fill_refreshers(offer, pay);
  pay.knows_unvested = pay.known[at(Part::stock)] && pay.known[at(Part::refreshers)];
  pay.knows_clawback = clawback_lacks(offer).empty();
  if (pay.knows_clawback) fill_clawback(offer, pay);
  for (std::size_t m = 0; m < kMonths; ++m)
    for (std::size_t p = 0; p < kParts; ++p) pay.by_year[m / 12][p] += pay.months[m].paid[p];
  return pay;
}

Cents Pay::year_total(std::size_t year) const {
  Cents sum = 0;
  for (const Cents part : by_year[year]) sum += part;
  return sum;
}

Cents Pay::total() const {
  Cents sum = 0;
  for (std::size_t year = 0; year < kYears; ++year) sum += year_total(year);
  return sum;
}

Cents Pay::paid_until(int month) const {
  Cents sum = 0;
  for (int m = 0; m < std::min(month, kMonths); ++m)
    for (const Cents part : months[static_cast<std::size_t>(m)].paid) sum += part;
  return sum;
}

}  // namespace loopready::pay
