#include "ui/screens/guide.h"

#include "app/level.h"
#include "base/text.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/frame.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"
#include "ui/kit/list.h"
#include "ui/kit/text.h"
#include "ui/screens/guide_loading.h"
#include "ui/screens/guide_pictures.h"
#include "ui/screens/words.h"

namespace loopready::screens {
namespace {

constexpr const char* kSearch = "search/guide";
constexpr int kAimFrames = 3;

app::Go to_page(const std::string& page, const std::string& section = {}) {
  app::Go go = go_to(app::Place::guide);
  go.route.page = page;
  go.route.section = section;
  return go;
}

void link_to(const std::string& words, const app::Go& go, app::Commands& commands, const char* icon = nullptr) {
  if (kit::link(words, app::format_route(go.route), icon)) commands.push_back(go);
}

void draw_hits(const app::App& app, GuideLook& look, const std::string& query, app::Commands& commands) {
  if (look.query != query) {
    look.query = query;
    look.hits = app::search_guide(app.catalogue.guide, query);
  }
  if (look.hits.empty()) {
    const kit::Card card(kit::Tone::quiet);
    kit::strong("Nothing found");
    kit::text("Every word has to occur. Try one word alone, or a shorter one.");
    return;
  }
  const int n = static_cast<int>(look.hits.size());
  kit::text(base::count_of(n, "place"), kit::Tone::quiet);
  const kit::Group list(kit::Role::list, "Found");
  const kit::Column column(8);
  int i = 0;
  for (const app::GuideHit& hit : look.hits) {
    const app::Go go{app::parse_route(hit.address)};
    if (kit::list_row({.title = hit.title, .below = hit.excerpt, .address = hit.address, .icon = kit::icon::kBookOpen, .tags = {{hit.within}}}, ++i, n))
      commands.push_back(go);
  }
}

void draw_contents(const app::App& app, app::Commands& commands) {
  const kit::Group list(kit::Role::list, "Pages");
  const kit::Column column(8);
  const auto& pages = app.catalogue.guide.pages;
  int i = 0;
  for (const model::GuidePage& page : pages) {
    const app::Go go = to_page(page.slug);
    if (kit::list_row({.title = page.title, .below = page.about, .address = app::format_route(go.route), .icon = kit::icon::kBookOpen}, ++i, static_cast<int>(pages.size())))
      commands.push_back(go);
  }
}

void draw_home(const app::App& app, GuideLook& look, app::Commands& commands) {
  kit::heading(1, "Guide");
  if (!app.route.page.empty() && app.catalogue.guide_state == app::Loading::done)
    kit::text("There is no page called \"" + app.route.page + "\" in the guide. These are all:", kit::Tone::careful);
  else kit::text("How the interview works, what each round tests, and how to meet it.", kit::Tone::quiet);
  if (!guide_ready(app, commands)) return;
  const auto text = app.texts.find(kSearch);
  const std::string query = text == app.texts.end() ? "" : text->second.text;
  kit::line_field("Search the guide", {kSearch, query, text == app.texts.end() ? 0 : text->second.revision}, "Search: vesting, bar raiser, leakage", true, 420);
  if (const std::string level = app::target_level(app); !level.empty())
    link_to("Your target level: what " + level + " asks", to_page("levels", base::to_lower(level)), commands, kit::icon::kTarget);
  if (base::trim(query).empty()) draw_contents(app, commands);
  else draw_hits(app, look, query, commands);
  kit::text("Unofficial, and not connected with Amazon. Facts are as of " + app.catalogue.guide.facts.as_of + "; what is inferred is marked as derived.", kit::Tone::quiet, kit::kSmall);
}

void draw_page_contents(const model::GuidePage& page, GuideLook& look) {
  const bool open = look.contents_open < 0 ? kit::content_width() >= 560 && page.sections.size() <= 14 : look.contents_open == 1;
  if (kit::button("On this page", {.kind = kit::ButtonKind::quiet, .icon = open ? kit::icon::kChevronUp : kit::icon::kChevronDown, .expandable = true, .expanded = open}))
    look.contents_open = open ? 0 : 1;
  if (!open) return;
  const kit::Card card(kit::Tone::quiet, 12, 0);
  std::string links;  // as text, so that long ones break
  for (const model::GuideSection& section : page.sections) links += "- [" + section.title + "](" + app::format_route(to_page(page.slug, section.slug).route) + ")\n";
  kit::markdown(links);
}

void draw_section(const app::App& app, const model::GuideSection& section, bool aim, GuideLook& look, app::Commands& commands) {
  const kit::Column column(10);
  kit::space(6);
  kit::target_heading(2, section.title, aim);
  if (section.derived) kit::badge("Derived, not known", kit::Tone::careful, kit::icon::kInfo);
  kit::markdown(section.text);
  if (!section.picture.empty()) draw_guide_picture(app, section.picture, look.parts, commands);
  if (section.practise.empty()) return;
  const kit::Card card(kit::Tone::accent, 12, 4);
  kit::icon_text(kit::icon::kDumbbell, "Practise this", kit::Tone::accent);
  std::string links;
  for (const model::GuideLink& one : section.practise) links += "- [" + one.text + "](" + one.to + ")\n";
  kit::markdown(links);
}

void draw_neighbours(const model::Guide& guide, const model::GuidePage& page, app::Commands& commands) {
  kit::rule();
  const kit::Flow flow(24, kit::control_height());
  const std::size_t at = static_cast<std::size_t>(&page - guide.pages.data());
  if (at > 0) link_to("Before: " + guide.pages[at - 1].title, to_page(guide.pages[at - 1].slug), commands, kit::icon::kArrowLeft);
  if (at + 1 < guide.pages.size()) link_to("Next: " + guide.pages[at + 1].title, to_page(guide.pages[at + 1].slug), commands, kit::icon::kArrowRight);
}

void draw_one_page(const app::App& app, const model::GuidePage& page, GuideLook& look, app::Commands& commands) {
  const std::string address = app::format_route(app.route);
  if (look.page != page.slug) {
    look.page = page.slug;
    look.contents_open = -1;
  }
  if (look.aimed != address) {
    look.aimed = address;
    look.n_aim_frames = app.route.section.empty() ? 0 : kAimFrames;
  }
  {
    const kit::Flow flow(8, kit::control_height());
    if (kit::button("Back to the guide", {.kind = kit::ButtonKind::quiet, .icon = kit::icon::kArrowLeft, .icon_only = true})) commands.push_back(go_to(app::Place::guide));
    const kit::Column column(0, kit::content_width() - kit::control_height() - 16);
    kit::heading(1, page.title);
  }
  kit::text(page.about, kit::Tone::quiet);
  kit::badge("As of " + page.as_of, kit::Tone::quiet, kit::icon::kClock);
  if (!app.route.section.empty() && model::find_section(page, app.route.section) == nullptr)
    kit::text("There is no section called \"" + app.route.section + "\" on this page.", kit::Tone::careful);
  draw_page_contents(page, look);
  for (const model::GuideSection& section : page.sections)
    draw_section(app, section, look.n_aim_frames > 0 && section.slug == app.route.section, look, commands);
  draw_neighbours(app.catalogue.guide, page, commands);
  if (look.n_aim_frames > 0) {
    --look.n_aim_frames;
    kit::wake_after(1);
  }
}

}  // namespace

void draw_guide(const app::App& app, GuideLook& look, app::Commands& commands) {
  const model::GuidePage* page = model::find_page(app.catalogue.guide, app.route.page);
  if (page == nullptr) {
    look.aimed.clear();
    draw_home(app, look, commands);
  } else {
    draw_one_page(app, *page, look, commands);
  }
}

}  // namespace loopready::screens
