#include "ui/screens/offer_fields.h"

#include <algorithm>

#include "app/note.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/text.h"

namespace loopready::screens {
namespace {

class Fields {
 public:
  Fields(const app::App& app, const app::TypedOffer& typed, app::Commands& commands) : app_(app), typed_(typed), commands_(commands) {}

  void line(const char* field, const char* label, const char* placeholder) {
    const kit::Column column(4);
    kit::text(label, kit::Tone::quiet, kit::kSmall);
    const std::string key = app::offer_key(typed_.id, field);
    const auto text = app_.texts.find(key);
    const bool there = text != app_.texts.end();
    kit::line_field(label, {key, there ? text->second.text : "", there ? text->second.revision : 0}, placeholder, false, 420);
    const std::string problem = app::problem_of(typed_, field);
    if (!problem.empty()) kit::icon_text(kit::icon::kTriangleAlert, problem, kit::Tone::careful);
  }

  // One of a few: the values as the note spells them, beside their words. Returns the chosen value.
  std::string choice(const char* field, const char* label, const std::vector<std::string>& values, const std::vector<std::string>& words) {
    const kit::Column column(4);
    kit::text(label, kit::Tone::quiet, kit::kSmall);
    const std::string key = app::offer_key(typed_.id, field);
    const auto found = std::find(values.begin(), values.end(), app::note(app_, key));
    int chosen = found == values.end() ? 0 : static_cast<int>(found - values.begin());
    if (kit::choice(label, words, chosen)) commands_.push_back(app::PutNote{key, values[static_cast<std::size_t>(chosen)]});
    return values[static_cast<std::size_t>(chosen)];
  }

  bool check(const char* field, const char* label) {
    const std::string key = app::offer_key(typed_.id, field);
    bool on = app::note(app_, key) == "yes";
    if (kit::check_box(label, on)) commands_.push_back(app::PutNote{key, on ? "yes" : ""});
    return on;
  }

 private:
  const app::App& app_;
  const app::TypedOffer& typed_;
  app::Commands& commands_;
};

void draw_grant(Fields& fields) {
  kit::heading(3, "First grant (RSUs)");
  const bool in_shares = fields.choice("grant", "Given as", {"", "dollars"}, {"Shares", "Dollars"}).empty();
  if (in_shares) {
    fields.line("shares", "Number of shares", "800");
    fields.line("price", "Share price today", "$200");
  } else {
    fields.line("value", "Worth of the grant", "$160,000");
  }
  fields.line("schedule", "Vests by year, in per cent", "5/15/40/40");
  fields.choice("vestings", "Shares arrive", {"", "2", "4", "12"}, {"Once a year", "Twice", "4 times", "Monthly"});
  const std::string path = fields.choice("path", "The share price", {"", "up", "down", "own"}, {"Stays", "Rises", "Falls", "Own"});
  if (path == "up" || path == "down") fields.line("rate", "Per cent a year", "10");
  if (path == "own") {
    fields.line("prices", "Price in years 1 to 4", "200 220 190 240");
    if (!in_shares) fields.line("price", "Share price today", "$200");
  }
}

}  // namespace

void draw_offer_fields(const app::App& app, const app::TypedOffer& typed, app::Commands& commands) {
  Fields fields(app, typed, commands);
  const kit::Group group(kit::Role::group, "Figures of " + typed.offer.name);
  const kit::Column column(12);
  fields.line("name", "Name", "Company, team");
  fields.choice("level", "Level", {"", "L4", "L5", "L6", "L7", "L8"}, {"?", "L4", "L5", "L6", "L7", "L8"});
  kit::heading(3, "Cash");
  fields.line("base", "Base salary a year", "$160,000");
  fields.line("sign-on-1", "Sign-on, year 1", "0 if there is none");
  fields.line("sign-on-2", "Sign-on, year 2", "0 if there is none");
  fields.choice("sign-on-paid", "Sign-on is paid", {"", "start"}, {"Monthly", "At once"});
  fields.line("bonus", "Bonus a year", "0 if there is none");
  draw_grant(fields);
  kit::heading(3, "Assumptions of yours");
  if (fields.check("refreshers", "Count refreshers")) {
    fields.line("refresher", "Worth of each, when granted", "$40,000");
    fields.line("refresher-years", "Each vests evenly over years", "4");
  }
  fields.line("clawback-months", "Sign-on to pay back on leaving: of the last months", "12");
  fields.line("clawback-pct", "Share of it to pay back, per cent", "100");
}

}  // namespace loopready::screens
