#include "ui/screens/offer_views.h"

#include <algorithm>

#include "base/text.h"
#include "pay/offer_compare.h"
#include "ui/kit/bar_chart.h"
#include "ui/kit/button.h"
#include "ui/kit/chart.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

double in_dollars(pay::Cents cents) { return static_cast<double>(cents) / 100; }
std::string short_usd(double dollars) { return "$" + kit::axis_words(dollars); }
std::string or_dash(bool known, pay::Cents cents) { return known ? pay::usd_rounded(cents) : "\u2014"; }

void say_missing(const std::vector<std::string>& missing, const char* what) {
  if (missing.empty()) return;
  const kit::Card card(kit::Tone::careful);
  kit::icon_text(kit::icon::kInfo, std::string(what) + " needs " + base::join(missing, ", ") + ".", kit::Tone::normal);
}

std::vector<pay::Part> known_parts(const pay::Offer& offer, const pay::Pay& pay) {
  std::vector<pay::Part> parts;
  for (std::size_t p = 0; p < pay::kParts; ++p)
    if (pay.known[p] && (static_cast<pay::Part>(p) != pay::Part::refreshers || offer.counts_refreshers)) parts.push_back(static_cast<pay::Part>(p));
  return parts;
}

void draw_month_bars(const pay::Offer& offer, const pay::Pay& pay) {
  kit::BarChartView chart{.name = "Pay by month of " + offer.name + ", by part", .categories = {}, .series = {}, .words = short_usd};
  for (int month = 1; month <= pay::kMonths; ++month) chart.categories.push_back(month % 6 == 0 ? std::to_string(month) : "");
  for (const pay::Part part : known_parts(offer, pay)) {
    kit::BarSeries series{pay::part_name(part), {}};
    double sum = 0;
    for (const pay::Month& month : pay.months) sum += series.values.emplace_back(in_dollars(month.paid[static_cast<std::size_t>(part)]));
    if (sum > 0) chart.series.push_back(std::move(series));
  }
  if (!chart.series.empty()) kit::bar_chart(chart);
}

void draw_years(const pay::Offer& offer, const pay::Pay& pay, LabLook& look) {
  kit::BarChartView chart{.name = "Pay by year of " + offer.name + ", by part", .categories = {"year 1", "year 2", "year 3", "year 4"}, .series = {}, .words = short_usd};
  Figures table{"Pay by year", {"part", "year 1", "year 2", "year 3", "year 4", "four years"}, {}};
  for (const pay::Part part : known_parts(offer, pay)) {
    kit::BarSeries series{pay::part_name(part), {}};
    std::vector<std::string> row = {pay::part_name(part)};
    pay::Cents sum = 0;
    for (std::size_t year = 0; year < pay::kYears; ++year) {
      const pay::Cents paid = pay.by_year[year][static_cast<std::size_t>(part)];
      sum += paid;
      series.values.push_back(in_dollars(paid));
      row.push_back(pay::usd_rounded(paid));
    }
    row.push_back(pay::usd_rounded(sum));
    if (sum > 0) chart.series.push_back(std::move(series));
    table.rows.push_back(std::move(row));
  }
  std::vector<std::string> total = {pay.complete() ? "total" : "total of what is known"};
  for (std::size_t year = 0; year < pay::kYears; ++year) total.push_back(pay::usd_rounded(pay.year_total(year)));
  total.push_back(pay::usd_rounded(pay.total()));
  table.rows.push_back(std::move(total));
  if (pick(look, "Bars by", {"Year", "Month"}) == 1) draw_month_bars(offer, pay);
  else if (!chart.series.empty()) kit::bar_chart(chart);
  look.open.try_emplace(table.name, true);
  figures(look, table);
}

void draw_months(const pay::Offer& offer, const pay::Pay& pay, LabLook& look) {
  Figures table{"Pay by month", {"month"}, {}};
  const std::vector<pay::Part> parts = known_parts(offer, pay);
  for (const pay::Part part : parts) table.columns.emplace_back(pay::part_name(part));
  table.columns.insert(table.columns.end(), {"in the month", "in sum"});
  for (int month = 1; month <= pay::kMonths; ++month) {
    std::vector<std::string> row = {std::to_string(month)};
    for (const pay::Part part : parts) row.push_back(pay::usd_rounded(pay.months[static_cast<std::size_t>(month - 1)].paid[static_cast<std::size_t>(part)]));
    row.push_back(pay::usd_rounded(pay.paid_until(month) - pay.paid_until(month - 1)));
    row.push_back(pay::usd_rounded(pay.paid_until(month)));
    table.rows.push_back(std::move(row));
  }
  figures(look, table);
}

std::string lever_summary(const std::vector<pay::Lever>& levers, pay::Step step) {
  const pay::Lever* best = pay::strongest(levers);
  if (best == nullptr) return "";
  return (step == pay::Step::tenth ? "Of 10 % on each, " : "Of $10,000 on each, ") + best->name + " moves the four-year total most: by " + pay::usd_rounded(*best->change) + ".";
}

// The guide's figures for the offer's level, as far as it knows them.
void draw_beside_level(const app::App& app, const pay::Offer& offer, const pay::Pay& pay) {
  if (app.catalogue.guide_state != app::Loading::done || offer.level.empty()) return;
  const model::GuideFacts& facts = app.catalogue.guide.facts;
  const model::LevelFacts* level = model::find_level(facts, offer.level);
  if (level == nullptr) return;
  const auto usd = [](std::int64_t dollars) { return pay::usd_words(dollars * 100); };
  std::string words = offer.level + " at Amazon averages " + usd(level->average_usd) + " a year";
  if (level->low_usd && level->high_usd) words += ", from " + usd(*level->low_usd) + " to " + usd(*level->high_usd);
  else if (level->high_usd) words += (level->high_is_near ? ", up to near " : ", up to ") + usd(*level->high_usd);
  words += " (" + facts.as_of + "). ";
  if (pay.complete()) {
    const pay::Cents more = pay::scaled(pay.total(), 1, pay::kYears) - level->average_usd * 100;
    words += "This offer's average is " + pay::usd_rounded(more < 0 ? -more : more) + (more < 0 ? " below" : " above") + " that.";
  }
  kit::text(words, kit::Tone::quiet);
}

}  // namespace

void draw_offer_pay(const app::App& app, const pay::Offer& offer, OfferLook& look) {
  const pay::Pay pay = pay::pay_of(offer);
  if (pay.complete()) {
    kit::strong(pay::usd_rounded(pay.total()) + " over four years", kit::Tone::normal, kit::kTitle);
    kit::text(pay::usd_rounded(pay::scaled(pay.total(), 1, pay::kYears)) + " a year on average, before taxes.", kit::Tone::quiet);
  } else {
    say_missing(pay.missing, "The total");
  }
  draw_beside_level(app, offer, pay);
  draw_years(offer, pay, look.parts);
  draw_months(offer, pay, look.parts);
  kit::text(std::string("Assumed: base and bonus stay as they are, and a bonus comes at the end of its year. ") +
                (offer.counts_refreshers ? "Refreshers come at the end of years 1 to 3 and vest evenly, once a year; nobody guarantees them."
                                         : "No refreshers: they are common, but nobody guarantees them. Tick the box to count yours."),
            kit::Tone::quiet, kit::kSmall);
}

void draw_offer_leaving(const pay::Offer& offer, OfferLook& look) {
  const pay::Pay pay = pay::pay_of(offer);
  std::vector<std::string> missing = pay::lacks(offer, pay::Part::stock);
  for (const std::string& one : pay::lacks(offer, pay::Part::refreshers)) missing.push_back(one);
  say_missing(missing, "What you would leave behind");
  say_missing(pay::clawback_lacks(offer), "What you would pay back");
  if (!pay.knows_unvested && !pay.knows_clawback) return;
  double month = look.left_after;
  const std::string shown = "after month " + std::to_string(look.left_after);
  if (kit::slider("You leave", month, {.from = 1, .to = pay::kMonths, .step = 1, .shown = shown})) look.left_after = std::clamp(static_cast<int>(month + 0.5), 1, pay::kMonths);
  const pay::Month& at = pay.months[static_cast<std::size_t>(look.left_after - 1)];
  if (pay.knows_unvested) kit::text("Shares not yet yours, at the price then: " + pay::usd_rounded(at.unvested) + ".");
  if (pay.knows_clawback) kit::text("Sign-on to pay back, as you assume: " + pay::usd_rounded(at.clawback) + ".");
  if (pay.complete()) kit::text("Paid until then: " + pay::usd_rounded(pay.paid_until(look.left_after)) + ".");
  kit::ChartView chart{.name = "What leaving costs by month", .x_label = "month", .y_label = "USD"};
  if (pay.knows_unvested) chart.series.push_back({.name = "left behind", .points = {}});
  if (pay.knows_clawback) chart.series.push_back({.name = "paid back", .points = {}, .dashed = true});
  Figures table{"What leaving costs", {"after month", "left behind", "paid back", "paid until then"}, {}};
  for (int m = 1; m <= pay::kMonths; ++m) {
    const pay::Month& one = pay.months[static_cast<std::size_t>(m - 1)];
    std::size_t series = 0;
    if (pay.knows_unvested) chart.series[series++].points.emplace_back(m, in_dollars(one.unvested));
    if (pay.knows_clawback) chart.series[series].points.emplace_back(m, in_dollars(one.clawback));
    table.rows.push_back({std::to_string(m), or_dash(pay.knows_unvested, one.unvested), or_dash(pay.knows_clawback, one.clawback),
                          or_dash(pay.complete(), pay.paid_until(m))});
  }
  chart.marks = {{static_cast<double>(look.left_after), "you leave", true}};
  chart.y_least = 0;
  kit::line_chart(chart);
  figures(look.parts, table);
  kit::text("Whether anything is paid back stands in the offer letter; if it doesn't say, ask the recruiter.", kit::Tone::quiet, kit::kSmall);
}

void draw_offers_together(const std::vector<pay::Offer>& offers, OfferLook& look, app::Commands& commands) {
  if (offers.size() < 2) {
    kit::text("Add a second offer, or a changed copy of this one at another level, to see them side by side.");
    return;
  }
  std::vector<pay::Pay> pays;
  kit::BarChartView chart{.name = "Pay by year, offers side by side", .categories = {"year 1", "year 2", "year 3", "year 4"}, .series = {}, .stacked = false, .words = short_usd};
  Figures table{"Offers side by side", {"offer", "level", "four years", "a year", "year 1", "year 2", "year 3", "year 4"}, {}};
  for (const pay::Offer& offer : offers) {
    const pay::Pay& pay = pays.emplace_back(pay::pay_of(offer));
    kit::BarSeries series{offer.name, {}};
    std::vector<std::string> row = {offer.name, offer.level.empty() ? "?" : offer.level};
    row.push_back(or_dash(pay.complete(), pay.total()));
    row.push_back(or_dash(pay.complete(), pay::scaled(pay.total(), 1, pay::kYears)));
    for (std::size_t year = 0; year < pay::kYears; ++year) {
      series.values.push_back(in_dollars(pay.year_total(year)));
      row.push_back(or_dash(pay.complete(), pay.year_total(year)));
    }
    table.rows.push_back(std::move(row));
    if (pay.complete()) chart.series.push_back(std::move(series));
    else say_missing(pay.missing, offer.name.c_str());
  }
  if (!chart.series.empty()) kit::bar_chart(chart);
  look.parts.open.try_emplace(table.name, true);
  figures(look.parts, table);
  for (std::size_t other = 1; other < offers.size(); ++other) {
    if (!pays[0].complete() || !pays[other].complete()) continue;
    const pay::Cents more = pays[0].total() - pays[other].total();
    const std::size_t high = more >= 0 ? 0 : other, low = more >= 0 ? other : 0;
    const int since = pay::first_ahead(pays[high], pays[low]);
    kit::text(more == 0 ? offers[0].name + " and " + offers[other].name + " pay the same over four years."
                        : offers[high].name + " pays " + pay::usd_rounded(more < 0 ? -more : more) + " more than " + offers[low].name + " over four years" +
                              (since > 0 ? ", and is ahead for good from month " + std::to_string(since) + "." : "."));
    if (!offers[0].level.empty() && !offers[other].level.empty() && offers[0].level != offers[other].level)
      kit::text("The level differs too (" + offers[0].level + " and " + offers[other].level + "): it sets the range of later raises, refreshers and roles, which no four-year sum shows.", kit::Tone::quiet);
  }
  if (kit::button("Save as CSV", {.icon = kit::icon::kDownload})) commands.push_back(app::SaveText{"offers.csv", "text/csv", pay::offers_csv(offers)});
}

void draw_offer_levers(const std::vector<pay::Offer>& offers, OfferLook& look) {
  const pay::Offer& offer = offers[0];
  const pay::Step step = pick(look.parts, "Each lever moves by", {"10 %", "$10,000"}) == 0 ? pay::Step::tenth : pay::Step::ten_thousand;
  const std::vector<pay::Lever> levers = pay::levers(offer, step);
  kit::BarChartView chart{.name = "Change of the four-year total by lever", .categories = {}, .series = {{"change", {}}}, .lying = true, .words = short_usd};
  Figures table{"What each lever moves", {"lever", "four years", "step", "how far it moves"}, {}};
  for (const pay::Lever& lever : levers) {
    table.rows.push_back({lever.name, lever.change ? pay::usd_rounded(*lever.change) : "\u2014", lever.change ? lever.step : "needs " + lever.missing, lever.how_far});
    if (!lever.change) continue;
    chart.categories.push_back(lever.name);
    chart.series[0].values.push_back(in_dollars(*lever.change));
  }
  if (!chart.categories.empty()) kit::bar_chart(chart);
  look.parts.open.try_emplace(table.name, true);
  figures(look.parts, table);
  if (const std::string summary = lever_summary(levers, step); !summary.empty()) kit::strong(summary);
  bool other_level = false;
  for (std::size_t n = 1; n < offers.size(); ++n) {
    const pay::Pay one = pay::pay_of(offer), other = pay::pay_of(offers[n]);
    if (offer.level.empty() || offers[n].level.empty() || offers[n].level == offer.level || !one.complete() || !other.complete()) continue;
    other_level = true;
    const pay::Cents more = other.total() - one.total();
    kit::text("Level: from " + offer.level + " to " + offers[n].level + " (" + offers[n].name + ") changes it by " + pay::usd_rounded(more) + ".");
  }
  if (!other_level) kit::text("Level: copy this offer, give the copy the other level and the figures you would get there. A level is worth more over time than any raise of the base.", kit::Tone::quiet);
}

void draw_offer_call(const std::vector<pay::Offer>& offers, app::Commands& commands) {
  const std::string notes = pay::call_notes(offers[0], {offers.begin() + 1, offers.end()});
  {
    const kit::Flow flow(8, kit::control_height());
    if (kit::button("Copy", {.icon = kit::icon::kCopy})) commands.push_back(app::CopyTable{notes});
    if (kit::button("Save as text", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kDownload})) commands.push_back(app::SaveText{"recruiter-call.txt", "text/plain", notes});
  }
  const kit::Card card;
  // The first line of each part is its heading.
  std::string shown = "\n" + notes;
  for (std::size_t at = shown.find("\n\n"); at != std::string::npos; at = shown.find("\n\n", at + 2)) {
    const std::size_t end = std::min(shown.find('\n', at + 2), shown.size());
    shown = shown.substr(0, at + 2) + "**" + shown.substr(at + 2, end - at - 2) + "**\n" + shown.substr(end);
    at = end + 3;
  }
  kit::markdown(shown);
}

}  // namespace loopready::screens
