#include "ui/screens/business.h"

#include <algorithm>

#include "app/business.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/feedback.h"
#include "ui/kit/field.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/tabs.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

using app::MetricPart;

void draw_segments(const app::App& app, const std::vector<std::string>& picked, app::Commands& commands) {
  kit::heading(2, "Segments");
  kit::text("Pick the two or three nearest to the team you will meet.", kit::Tone::quiet);
  for (const model::Segment& segment : app.catalogue.guide.facts.segments) {
    const kit::Card card;
    bool on = std::find(picked.begin(), picked.end(), segment.slug) != picked.end();
    if (kit::check_box(segment.name, on)) commands.push_back(app::pick_segment(app, segment.slug, on));
    kit::markdown(segment.what);
    kit::markdown("**Data science:** " + segment.data_science);
  }
}

void draw_findings(const app::MetricDraft& draft, MetricPart part) {
  for (const app::MetricFinding& one : app::check_metric(draft))
    if (one.part == part) kit::icon_text(one.gap ? kit::icon::kTriangleAlert : kit::icon::kInfo, (one.gap ? "Missing: " : "Look again: ") + one.text, one.gap ? kit::Tone::careful : kit::Tone::normal);
}

void draw_part(const app::App& app, const model::Segment& segment, const app::MetricDraft& draft, MetricPart part, bool checked) {
  static constexpr const char* kPlaceholders[app::kMetricParts] = {"What a meeting would call it", "What is counted or summed", "Per what: who or what could have done it",
                                                                   "7 days after ...", "What must not get worse", "Which decision hangs on it, and whom it helps"};
  const kit::Column column(4);
  const std::string label = std::string(app::metric_part_name(part)) + ", " + segment.name;
  kit::text(app::metric_part_name(part), kit::Tone::quiet, kit::kSmall);
  const std::string key = app::metric_key(segment.slug, part);
  const auto text = app.texts.find(key);
  const bool there = text != app.texts.end();
  const std::string value = there ? text->second.text : "";
  const kit::FieldText field{key, value, there ? text->second.revision : 0};
  const char* placeholder = kPlaceholders[static_cast<int>(part)];
  if (part == MetricPart::why) kit::prose_field(label, field, 76, placeholder);
  else kit::line_field(label, field, placeholder, false);
  if (checked) draw_findings(draft, part);
}

void draw_examples(const model::Segment& segment) {
  for (const model::SegmentMetric& metric : segment.metrics) {
    const kit::Card card(kit::Tone::quiet);
    kit::strong(metric.name);
    kit::markdown("- **Numerator:** " + metric.numerator + "\n- **Denominator:** " + metric.denominator + "\n- **Window:** " + metric.window + "\n- **Guardrail:** " + metric.guardrail +
                  "\n\n" + metric.why);
  }
}

void draw_metric(const app::App& app, const model::Segment& segment, BusinessLook& look, app::Commands& commands) {
  const kit::Group group(kit::Role::group, "A metric for " + segment.name);
  const kit::Card card;
  kit::heading(3, "A metric for " + segment.name);
  const app::MetricDraft draft = app::metric_draft(app, segment.slug);
  bool& checked = look.checked[segment.slug];
  for (int part = 0; part < app::kMetricParts; ++part) draw_part(app, segment, draft, static_cast<MetricPart>(part), checked);
  if (checked) {
    const auto findings = app::check_metric(draft);
    const auto n_gaps = std::count_if(findings.begin(), findings.end(), [](const app::MetricFinding& one) { return one.gap; });
    if (findings.empty()) kit::icon_text(kit::icon::kCircleCheck, "Nothing is missing. The check reads words; whether it is the right metric is yours to argue.", kit::Tone::good);
    else kit::text(base::count_of(n_gaps, "part") + " missing or unclear, " + std::to_string(findings.size() - static_cast<std::size_t>(n_gaps)) + " to look at again.", kit::Tone::quiet);
  }
  const kit::Flow flow(8, kit::control_height());
  if (kit::button("Check the " + segment.name + " metric", {.icon = kit::icon::kCheck, .pressed = checked})) checked = !checked;
  bool& examples = look.examples[segment.slug];
  if (kit::button("Examples for " + segment.name, {.kind = kit::ButtonKind::quiet, .icon = examples ? kit::icon::kChevronUp : kit::icon::kChevronDown, .expandable = true, .expanded = examples}))
    examples = !examples;
  if (!app::is_blank(draft) && kit::button("Copy the " + segment.name + " metric", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kCopy}))
    commands.push_back(app::CopyTable{segment.name + "\n" + app::metric_text(draft)});
}

void draw_metrics(const app::App& app, BusinessLook& look, app::Commands& commands) {
  const std::vector<std::string> picked = app::picked_segments(app);
  draw_segments(app, picked, commands);
  if (picked.empty()) return;
  kit::heading(2, "Your metrics");
  kit::text("One metric a segment: what you would track there, and why. Write yours before you look at the examples.", kit::Tone::quiet);
  for (const model::Segment& segment : app.catalogue.guide.facts.segments) {
    if (std::find(picked.begin(), picked.end(), segment.slug) == picked.end()) continue;
    draw_metric(app, segment, look, commands);
    if (look.examples[segment.slug]) draw_examples(segment);
  }
}

// "in 5 minutes", "in 3 days"
std::string wait_words(std::int64_t ms) {
  constexpr std::int64_t kMinute = 60'000, kHour = 60 * kMinute, kDay = 24 * kHour;
  if (ms < kHour) return "in " + base::count_of(std::max<std::int64_t>(1, (ms + kMinute - 1) / kMinute), "minute");
  if (ms < 2 * kDay) return "in " + base::count_of((ms + kHour / 2) / kHour, "hour");
  return "in " + base::count_of((ms + kDay / 2) / kDay, "day");
}

void draw_card(const app::App& app, const model::FlashCard& card, BusinessLook& look, app::Commands& commands) {
  {
    const kit::Card front;
    kit::markdown(card.front);
    if (look.revealed) {
      kit::rule();
      kit::markdown(card.back);
    }
  }
  const kit::Flow flow(8, kit::control_height());
  if (!look.revealed) {
    if (kit::button("Show the answer", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kEye, .key = "reveal"})) look.revealed = true;
    return;
  }
  const bool knew = kit::button("Knew it", {.kind = kit::ButtonKind::primary, .icon = kit::icon::kCheck, .key = "reveal"});
  const bool not_yet = kit::button("Not yet", {.icon = kit::icon::kRotateCcw});
  if (!knew && !not_yet) return;
  commands.push_back(app::answer_card(app, card.slug, knew));
  look.card.clear();
  look.revealed = false;
}

void draw_cards(const app::App& app, BusinessLook& look, app::Commands& commands) {
  const std::vector<model::FlashCard>& cards = app.catalogue.guide.preparation.cards;
  std::vector<std::string> slugs;
  for (const model::FlashCard& card : cards) slugs.push_back(card.slug);
  const learner::CardsDue due = learner::cards_due(slugs, app::card_memories(app), app.now_ms);
  kit::text("The " + std::to_string(cards.size()) + " facts most worth knowing. Answer aloud, then look. Known cards come at longer distances.", kit::Tone::quiet);
  const double share = cards.empty() ? 0 : static_cast<double>(due.n_known) / static_cast<double>(cards.size());
  kit::progress("Cards known", share, std::to_string(due.n_known) + " of " + std::to_string(cards.size()) + " known, " + std::to_string(due.now.size()) + " to do now");
  if (due.now.empty()) {
    look.card.clear();
    if (cards.empty()) return;
    const std::int64_t left_ms = due.next_due_ms - app.now_ms;
    kit::icon_text(kit::icon::kCircleCheck, "Nothing to do now. The next card comes " + wait_words(left_ms) + ".", kit::Tone::good);
    kit::wake_after(static_cast<double>(std::min<std::int64_t>(left_ms, 60'000)));
    return;
  }
  // The open card stays open until it is answered, whatever else becomes due.
  if (std::find(due.now.begin(), due.now.end(), look.card) == due.now.end()) {
    look.card = due.now[0];
    look.revealed = false;
  }
  for (const model::FlashCard& card : cards)
    if (card.slug == look.card) {
      draw_card(app, card, look, commands);
      return;
    }
}

}  // namespace

void draw_business(const app::App& app, BusinessLook& look, app::Commands& commands) {
  kit::heading(1, "Business desk");
  kit::text("Interviewers ask what you would measure. Know the segments, and bring a metric for each that another person could count.", kit::Tone::quiet);
  if (app.catalogue.guide_state != app::Loading::done) {
    const bool failed = app.catalogue.guide_state == app::Loading::failed;
    kit::text(failed ? app.catalogue.guide_error : "Loading the guide ...", failed ? kit::Tone::careful : kit::Tone::quiet);
    if (failed && kit::button("Try again", {.icon = kit::icon::kRotateCcw})) commands.push_back(app::RetryLoading{});
    return;
  }
  kit::tabs("Business desk", {{.name = "Metrics", .note = ""}, {.name = "Fact cards", .note = ""}}, look.tab);
  const kit::Group panel(kit::Role::tab_panel, look.tab == 0 ? "Metrics" : "Fact cards");
  const kit::Column column(16);
  if (look.tab == 0) draw_metrics(app, look, commands);
  else draw_cards(app, look, commands);
}

}  // namespace loopready::screens
