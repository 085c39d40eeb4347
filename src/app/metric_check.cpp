#include "app/metric_check.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "base/text.h"

namespace loopready::app {
namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (const char c : base::to_lower(text) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || static_cast<unsigned char>(c) >= 128;
    if (letter) word += c;
    else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

// The first of the given words that stands in the text, as it is written or in the plural; empty when none does.
std::string first_of(const Words& words, std::initializer_list<const char*> known) {
  for (const std::string& word : words)
    for (const char* one : known)
      if (word == one || word == std::string(one) + "s") return word;
  return "";
}

constexpr std::initializer_list<const char*> kVague = {"engagement", "satisfaction", "success", "happiness", "quality", "value", "experience", "loyalty", "usage",
                                                       "performance", "impact", "delight", "health"};
constexpr std::initializer_list<const char*> kRatio = {"rate", "ratio", "share", "percentage", "percent", "%", "average", "proportion", "mean"};
constexpr std::initializer_list<const char*> kPeople = {"user", "customer", "people", "member", "visitor", "subscriber", "seller", "buyer", "shopper", "account"};
constexpr std::initializer_list<const char*> kUnits = {"user", "customer", "session", "order", "visit", "visitor", "search", "searches", "request", "parcel", "impression",
                                                       "click", "purchase", "item", "member", "account", "delivery", "deliveries", "query", "queries", "page"};
constexpr std::initializer_list<const char*> kSurvivors = {"completed", "successful", "converted", "delivered", "retained", "satisfied", "resolved", "finished"};
constexpr std::initializer_list<const char*> kWhole = {"all", "every", "including", "included", "undelivered", "failed", "eligible", "started", "attempted", "whose"};
constexpr std::initializer_list<const char*> kTime = {"second", "minute", "hour", "day", "week", "month", "quarter", "year", "session"};
constexpr std::initializer_list<const char*> kNumbers = {"one", "two", "three", "four", "five", "six", "seven", "ten", "fourteen", "thirty", "same", "calendar", "each", "per",
                                                         "daily", "weekly", "monthly", "next", "first"};
constexpr std::initializer_list<const char*> kCircular = {"important", "kpi", "key", "standard", "everybody", "everyone", "common", "popular"};

bool has_digit(const std::string& text) { return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); }

// The share of the shorter text's words, but for small ones, that stand in the other too.
double overlap(const Words& a, const Words& b) {
  std::set<std::string> one, other;
  for (const std::string& word : a)
    if (word.size() > 3) one.insert(word);
  for (const std::string& word : b)
    if (word.size() > 3) other.insert(word);
  if (one.empty() || other.empty()) return 0;
  const auto n_shared = std::count_if(one.begin(), one.end(), [&](const std::string& word) { return other.count(word) > 0; });
  return static_cast<double>(n_shared) / static_cast<double>(std::min(one.size(), other.size()));
}

class Check {
 public:
  explicit Check(const MetricDraft& draft)
      : draft_(draft), numerator_(words_of(draft.numerator)), denominator_(words_of(draft.denominator)), guardrail_(words_of(draft.guardrail)) {}

  std::vector<MetricFinding> all() {
    name();
    numerator();
    denominator();
    window();
    guardrail();
    why();
    return std::move(found_);
  }

 private:
  void gap(MetricPart part, std::string text) { found_.push_back({part, true, std::move(text)}); }
  void doubt(MetricPart part, std::string text) { found_.push_back({part, false, std::move(text)}); }

  void name() {
    const Words words = words_of(draft_.name);
    if (words.empty()) gap(MetricPart::name, "Give it a name a meeting can use.");
    else if (words.size() > 8) doubt(MetricPart::name, "A name of more than eight words is a definition. Shorten it; the fields below say the rest.");
  }

  void numerator() {
    constexpr MetricPart part = MetricPart::numerator;
    if (numerator_.empty()) {
      gap(part, "Say what is counted or summed.");
      return;
    }
    if (const std::string word = first_of(numerator_, kVague); !word.empty())
      gap(part, "\"" + word + "\" can't be counted. Name the event in the log that stands for it.");
    if (const std::string word = first_of(numerator_, kRatio); !word.empty())
      doubt(part, "\"" + word + "\" is a ratio already. Put its upper half here and its lower half into the denominator.");
  }

  void denominator() {
    constexpr MetricPart part = MetricPart::denominator;
    if (denominator_.empty()) {
      gap(part, "Say per what. A bare count rises with traffic alone, so it can't tell a better product from a busier day.");
      return;
    }
    if (!numerator_.empty() && numerator_ == denominator_) gap(part, "It equals the numerator, so the metric is always 1.");
    if (const std::string word = first_of(denominator_, kVague); !word.empty()) gap(part, "\"" + word + "\" can't be counted. Name the rows it stands for.");
    if (const std::string word = first_of(denominator_, kPeople); !word.empty() && denominator_.size() <= 2)
      gap(part, "Which " + word + "? Say who could have done it in the window: seen the page, been eligible, started. Otherwise people who never had the chance dilute it.");
    if (const std::string word = first_of(denominator_, kSurvivors); !word.empty() && first_of(denominator_, kWhole).empty())
      doubt(part, "Only what is \"" + word + "\" counts here, so whatever failed earlier is hidden. Begin from all who started.");
    const std::string above = first_of(numerator_, kUnits), below = first_of(denominator_, kUnits);
    const std::string person_below = first_of(denominator_, kPeople);
    if (!above.empty() && !person_below.empty() && below == person_below && first_of(numerator_, kPeople).empty())
      doubt(part, "One of these " + person_below + " may bring many " + above + ": decide whether each counts once, and take the variance by person.");
  }

  void window() {
    constexpr MetricPart part = MetricPart::window;
    const Words words = words_of(draft_.window);
    if (words.empty()) {
      gap(part, "Say how long events are counted, such as \"7 days after the search\".");
      return;
    }
    const bool timed = !first_of(words, kTime).empty() || !first_of(words, {"daily", "weekly", "monthly"}).empty();
    const bool counted = has_digit(draft_.window) || !first_of(words, kNumbers).empty();
    if (!timed || !counted) gap(part, "\"" + draft_.window + "\" has no length. Write a number and a unit of time, and from when it runs.");
  }

  void guardrail() {
    constexpr MetricPart part = MetricPart::guardrail;
    if (guardrail_.empty()) {
      gap(part, "Name what must not get worse. Ask how somebody could raise the metric and harm customers: that is the guardrail.");
      return;
    }
    if (const std::string word = first_of(guardrail_, kVague); !word.empty() && guardrail_.size() <= 3)
      gap(part, "\"" + word + "\" can't be counted. Name a rate, a cost or a time.");
    if (overlap(guardrail_, words_of(draft_.name)) > 0.7 || overlap(guardrail_, numerator_) > 0.7)
      gap(part, "It is the metric once more. A guardrail moves the other way when the metric is raised at any price.");
  }

  void why() {
    constexpr MetricPart part = MetricPart::why;
    const Words words = words_of(draft_.why);
    if (words.empty()) gap(part, "Say what decision hangs on it.");
    else if (words.size() < 6) doubt(part, "Say more: whom does it help when the number rises, and why is this nearer to them than the obvious metric?");
    else if (const std::string word = first_of(words, kCircular); !word.empty() && words.size() < 12)
      doubt(part, "\"" + word + "\" says that others use it, not why it is right here.");
  }

  const MetricDraft& draft_;
  Words numerator_, denominator_, guardrail_;
  std::vector<MetricFinding> found_;
};

}  // namespace

std::vector<MetricFinding> check_metric(const MetricDraft& draft) { return Check(draft).all(); }

bool is_blank(const MetricDraft& draft) {
  for (const std::string* part : {&draft.name, &draft.numerator, &draft.denominator, &draft.window, &draft.guardrail, &draft.why})
    if (!base::trim(*part).empty()) return false;
  return true;
}

std::string metric_text(const MetricDraft& draft) {
  return draft.name + "\n= " + draft.numerator + "\n/ " + draft.denominator + "\nWindow: " + draft.window + "\nGuardrail: " + draft.guardrail + "\nWhy: " + draft.why + "\n";
}

}  // namespace loopready::app
