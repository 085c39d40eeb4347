#include "app/guide.h"

#include <algorithm>
#include <utility>

#include "app/navigation.h"
#include "app/note.h"
#include "app/plan.h"
#include "app/toast.h"
#include "base/late.h"
#include "base/text.h"

namespace loopready::app {
namespace {

// Lower case, and letters that carry an accent in this guide without it.
std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xC3 && i + 1 < text.size()) {  // U+00C0 to U+00FF
      const auto next = static_cast<unsigned char>(static_cast<unsigned char>(text[i + 1]) | 0x20U);
      if (next >= 0xA8 && next <= 0xAB) {
        result += 'e';
        ++i;
        continue;
      }
    }
    result += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[i];
  }
  return result;
}

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(text) + " ") {
    if (is_word_byte(c)) word += c;
    else if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  return words;
}

// 1 for a whole word, 0.8 for a beginning, 0.4 for an inside, 0 for none.
double match(std::string_view text, const std::string& word, std::size_t* at = nullptr, int* n = nullptr) {
  double best = 0;
  for (std::size_t i = text.find(word); i != std::string_view::npos; i = text.find(word, i + 1)) {
    const bool begins = i == 0 || !is_word_byte(text[i - 1]);
    const bool ends = i + word.size() >= text.size() || !is_word_byte(text[i + word.size()]);
    const double here = begins ? (ends ? 1 : 0.8) : 0.4;
    if (here > best) {
      best = here;
      if (at != nullptr) *at = i;
    }
    if (n != nullptr) ++*n;
  }
  return best;
}

struct Found {
  double score = 0;
  std::size_t at = std::string::npos;  // of the first word in the folded text
};

constexpr double kPageTitle = 1'000, kSectionTitle = 100, kText = 1;

// How much of a title the query covers: "The Bar Raiser" is nearer to "bar raiser" than a longer title that names it.
double cover(std::string_view folded_title, const std::vector<std::string>& words) {
  const auto title = words_of(folded_title);
  std::size_t n_title = 0, n_hit = 0;
  for (const std::string& one : title) {
    if (one == "the" || one == "a" || one == "of") continue;
    ++n_title;
    if (std::any_of(words.begin(), words.end(), [&](const std::string& word) { return one.find(word) != std::string::npos; })) ++n_hit;
  }
  return n_title == 0 ? 0 : static_cast<double>(n_hit) / static_cast<double>(n_title);
}

// `title_weight` for matches in the title; words may stand partly in the title and partly in the text.
Found find_in(const std::string& title, const std::string& text, double title_weight, const std::vector<std::string>& words) {
  const std::string in_title = folded(title), in_text = folded(text);
  Found found;
  std::size_t n_in_title = 0;
  for (const std::string& word : words) {
    const double titled = match(in_title, word);
    std::size_t at = std::string::npos;
    int n = 0;
    const double texted = match(in_text, word, &at, &n);
    if (titled == 0 && texted == 0) return {};
    if (titled > 0) ++n_in_title;
    if (found.at == std::string::npos) found.at = at;
    found.score += kText * texted * (1 + std::min(n, 12));
  }
  if (n_in_title == words.size()) found.score += title_weight * (0.5 + cover(in_title, words));
  else found.score += 5.0 * static_cast<double>(n_in_title);
  // The words side by side count more than the same words apart.
  if (words.size() > 1) {
    const std::string phrase = base::join(words, " ");
    if (in_text.find(phrase) != std::string::npos) found.score += 20 * kText;
  }
  return found;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// About 160 characters around `at`, cut at spaces.
std::string excerpt_around(const std::string& text, std::size_t at) {
  constexpr std::size_t kBefore = 50, kLength = 160;
  if (at == std::string::npos || at >= text.size()) at = 0;
  std::size_t from = at > kBefore ? text.find(' ', at - kBefore) : 0;
  if (from == std::string::npos || from > at) from = at;
  while (from > 0 && is_continuation(text[from])) --from;
  std::size_t to = std::min(text.size(), from + kLength);
  if (to < text.size()) {
    const std::size_t space = text.rfind(' ', to);
    if (space != std::string::npos && space > at) to = space;
    while (to > from && is_continuation(text[to])) --to;
  }
  std::string cut(base::trim(std::string_view(text).substr(from, to - from)));
  return (from > 0 ? "\u2026 " : "") + cut + (to < text.size() ? " \u2026" : "");
}

// Folding keeps each place near enough for an excerpt: only accents shorten it, by a byte each.
void add_hit(std::vector<GuideHit>& hits, const Found& found, std::string title, std::string within, const std::string& text, std::string address) {
  if (found.score <= 0) return;
  hits.push_back({std::move(title), std::move(within), excerpt_around(text, found.at), std::move(address), found.score});
}

}  // namespace

bool needs_guide(Place place) {
  switch (place) {
    case Place::guide:
    case Place::prepare:
    case Place::level:
    case Place::offer:
    case Place::readiness:
    case Place::plan:
    case Place::resume:
    case Place::business:
    case Place::interviewers: return true;
    default: return false;
  }
}

void open_guide(App& app) {
  Loading& state = app.catalogue.guide_state;
  const bool wanted = needs_guide(app.route.place) || (app.route.place == Place::today && !note(app, kPlan).empty());  // Today shows the plan
  if (!wanted || state == Loading::under_way || state == Loading::done) return;
  state = Loading::under_way;
  app.catalogue.guide_error.clear();
  app.effects.push_back(LoadPack{kGuidePack});
}

void take_guide(App& app, const std::string& text) {
  auto json = base::parse_json(text, "guide");
  auto guide = json ? base::late<model::guide_from_json>(json.value(), "guide") : base::Result<model::Guide>(json.error());
  if (!guide) {
    miss_guide(app, "It arrived damaged: " + base::describe(guide.error()));
    return;
  }
  app.catalogue.guide_state = Loading::done;
  app.catalogue.guide_error.clear();
  app.catalogue.guide = std::move(guide).value();
  if (app.route.place == Place::guide) refresh_title(app);
}

void miss_guide(App& app, const std::string& why) {
  if (app.catalogue.guide_state == Loading::done) return;
  app.catalogue.guide_state = Loading::failed;
  app.catalogue.guide_error = "The guide could not be loaded. " + why + " Check your connection and try again. Nothing you did is lost.";
  announce(app, app.catalogue.guide_error);
}

std::string guide_plain_text(std::string_view markdown) {
  std::string plain;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    const char c = markdown[i];
    if (c == '*' || c == '`' || c == '[' || c == '$') continue;
    if (c == ']' && i + 1 < markdown.size() && markdown[i + 1] == '(') {
      const std::size_t end = markdown.find(')', i);
      if (end == std::string_view::npos) break;
      i = end;
      continue;
    }
    if (c == ']') continue;
    if (c == '-' && (i == 0 || markdown[i - 1] == '\n' || markdown[i - 1] == '|' || markdown[i - 1] == '-') && i + 1 < markdown.size() &&
        (markdown[i + 1] == ' ' || markdown[i + 1] == '-' || markdown[i + 1] == '|'))
      continue;
    const char put = c == '|' || c == '\n' ? ' ' : c;
    if (put == ' ' && (plain.empty() || plain.back() == ' ')) continue;
    plain += put;
  }
  return plain;
}

std::vector<GuideHit> search_guide(const model::Guide& guide, std::string_view query, std::size_t n_most) {
  const std::vector<std::string> words = words_of(query);
  std::vector<GuideHit> hits;
  if (words.empty()) return hits;
  for (const model::GuidePage& page : guide.pages) {
    const std::string address = "#/guide/" + page.slug;
    add_hit(hits, find_in(page.title, page.about, kPageTitle, words), page.title, "Page", page.about, address);
    for (const model::GuideSection& section : page.sections) {
      const std::string text = guide_plain_text(section.text);
      add_hit(hits, find_in(section.title, text, kSectionTitle, words), section.title, page.title, text, address + "/" + section.slug);
    }
  }
  for (const model::FlashCard& card : guide.preparation.cards) {
    const std::string front = guide_plain_text(card.front), text = guide_plain_text(card.back);
    add_hit(hits, find_in("", front + " " + text, 0, words), front, "Cards", text, "#/business");
  }
  for (const model::InterviewerRole& role : guide.preparation.roles)
    for (const model::InterviewerQuestion& question : role.questions)
      add_hit(hits, find_in("", question.text + " " + question.why, 0, words), question.text, "Questions for interviewers", question.why, "#/questions");
  std::stable_sort(hits.begin(), hits.end(), [](const GuideHit& a, const GuideHit& b) { return a.score > b.score; });
  if (hits.size() > n_most) hits.resize(n_most);
  return hits;
}

}  // namespace loopready::app
