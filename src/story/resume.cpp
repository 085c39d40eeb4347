#include "story/resume.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "story/words.h"

namespace loopready::story {
namespace {

using Words = std::vector<Word>;

// What says that something changed; the last ones only as whole words.
constexpr const char* kChangeStems[] = {"reduc", "increas", "rais", "lower", "improv", "saving", "saved", "halv", "doubl", "tripl", "recover", "eliminat", "prevent", "shorten",
                                        "accelerat", "decreas", "avoid", "boost", "lift", "dropp", "generat", "cutting"};
constexpr const char* kChangeWords[] = {"cut", "sped", "grew", "fell", "rose", "up", "down", "more", "fewer", "less", "faster", "cheaper", "gained", "added", "won"};
constexpr const char* kBaseWords[] = {"from", "versus", "vs", "against", "baseline", "compared", "control"};
constexpr const char* kPeriodWords[] = {"second", "minute", "hour", "day", "daily", "week", "weekly", "month", "monthly", "quarter", "quarterly", "year", "yearly", "annual", "annually"};
constexpr const char* kNumberWords[] = {"half", "halved", "halving", "doubled", "doubling", "tripled", "quadrupled", "twice", "dozen", "hundred", "thousand", "million", "billion",
                                        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
// Tools whose names are ordinary words or letters: letter for letter only.
constexpr const char* kOrdinary[] = {"R", "Spark", "Glue", "Excel", "Hive", "Bedrock", "Looker", "Athena", "SAS", "Git", "EMR"};
// Ends like a verb of the past and is none.
constexpr const char* kNoVerbs[] = {"experienced", "skilled", "motivated", "dedicated", "advanced", "talented", "seasoned", "certified", "detailed", "qualified", "need", "speed"};

template <class List>
bool one_of(const List& list, std::string_view folded) {
  return std::any_of(std::begin(list), std::end(list), [&](const char* one) { return is_word(folded, one, Fit::whole); });
}

bool is_change(const std::string& folded) {
  return one_of(kChangeWords, folded) || std::any_of(std::begin(kChangeStems), std::end(kChangeStems), [&](const char* stem) { return is_word(folded, stem, Fit::stem); });
}

bool is_period(std::string folded) {
  if (folded.size() > 3 && folded.back() == 's') folded.pop_back();
  return one_of(kPeriodWords, folded);
}

// A number that measures: no year, no part of a name, nothing like "30-day".
bool is_number(std::string_view text, const Words& words, std::size_t n) {
  const Word& word = words[n];
  const char after = word.end < text.size() ? text[word.end] : ' ';
  const bool joined = after == '-' && word.end + 1 < text.size() && text[word.end + 1] != ' ' && !(text[word.end + 1] >= '0' && text[word.end + 1] <= '9');
  if (joined) return false;
  if (one_of(kNumberWords, word.folded)) return true;
  std::size_t digits = 0;
  while (digits < word.text.size() && word.text[digits] >= '0' && word.text[digits] <= '9') ++digits;
  if (digits == 0) return false;
  const std::string unit = word.text.substr(digits);
  constexpr const char* kUnits[] = {"", "k", "K", "m", "M", "bn", "B", "b", "x", "h", "s", "ms", "pp", "min", "GB", "TB", "bps"};
  if (std::none_of(std::begin(kUnits), std::end(kUnits), [&](const char* one) { return unit == one; })) return false;
  const bool money = word.begin > 0 && (text[word.begin - 1] == '$' || static_cast<unsigned char>(text[word.begin - 1]) >= 0x80);
  const bool year = digits == 4 && unit.empty() && (word.text.compare(0, 2, "19") == 0 || word.text.compare(0, 2, "20") == 0);
  return !year || money || after == '%';
}

// "$1.2M", "12 %", "5" with what belongs to it.
std::string number_text(std::string_view text, const Words& words, std::size_t n) {
  std::size_t begin = words[n].begin, end = words[n].end;
  if (begin > 0 && text[begin - 1] == '$') --begin;
  for (std::size_t next = n + 1; next < words.size() && words[next].begin == end + 1 && (text[end] == '.' || text[end] == ',') && words[next].text[0] >= '0' && words[next].text[0] <= '9'; ++next) end = words[next].end;
  if (text.substr(end, 1) == "%") ++end;
  else if (text.substr(end, 2) == " %") end += 2;
  return std::string(text.substr(begin, end - begin));
}

struct Lists {
  explicit Lists(const model::ResumeWords& words) {
    for (const std::string& one : words.strong_verbs) strong.emplace_back(one);
    for (const model::WeakWord& one : words.weak_words) weak.emplace_back(one.word);
    for (const std::string& one : words.method_words) methods.emplace_back(one);
    for (const std::string& one : words.result_words) results.emplace_back(one);
    for (const std::string& one : words.tools) tools.emplace_back(one);
    for (const model::PrincipleWords& one : words.principle_words) {
      stems.emplace_back();
      for (const std::string& stem : one.stems) stems.back().emplace_back(stem);
    }
  }
  std::vector<Phrase> strong, weak, methods, results, tools;
  std::vector<std::vector<Phrase>> stems;
};

std::string slice(std::string_view text, const Words& words, std::size_t n, std::size_t n_words) {
  return std::string(text.substr(words[n].begin, words[n + n_words - 1].end - words[n].begin));
}

// The longest that stands at the nth word; -1 when none does.
int longest_at(const std::vector<Phrase>& list, const Words& words, std::size_t n, Fit fit) {
  int best = -1;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i].at(words, n, fit) && (best < 0 || list[i].size() > list[static_cast<std::size_t>(best)].size())) best = static_cast<int>(i);
  return best;
}

class Checker {
 public:
  Checker(const model::ResumeWords& given, const Lists& lists, std::string text) : given_(given), lists_(lists), words_(words_of(text)) { bullet_.text = std::move(text); }

  BulletCheck check() {
    find_weak();
    find_action();
    find_method();
    find_numbers();
    find_result();
    find_tools();
    find_principles();
    bullet_.question = question();
    return std::move(bullet_);
  }

 private:
  void show(Part part, const std::string& evidence) {
    const auto n = static_cast<std::size_t>(part);
    bullet_.shown[n] = true;
    std::string& words = bullet_.evidence[n];
    const std::vector<std::string> before = base::split(words, ';');
    for (const std::string& one : before)
      if (base::trim(one) == evidence) return;
    if (before.size() < 4) words += (words.empty() ? "" : "; ") + evidence;
  }
  bool shown(Part part) const { return bullet_.shown[static_cast<std::size_t>(part)]; }

  void find_weak() {
    for (std::size_t n = 0; n < words_.size();) {
      const int i = longest_at(lists_.weak, words_, n, Fit::whole);
      if (i < 0) {
        ++n;
        continue;
      }
      const model::WeakWord& word = given_.weak_words[static_cast<std::size_t>(i)];
      const std::size_t size = lists_.weak[static_cast<std::size_t>(i)].size();
      if (n == 0) weak_opening_ = true;
      bullet_.marks.push_back({words_[n].begin, words_[n + size - 1].end, word.why, word.instead});
      n += size;
    }
  }

  void find_action() {
    std::size_t first = 0;
    if (words_.size() > 1 && words_[0].text == "I") first = 1;
    if (words_.size() > first + 1 && words_[first].folded.size() > 3 && words_[first].folded.compare(words_[first].folded.size() - 2, 2, "ly") == 0) ++first;
    if (weak_opening_ || words_.empty()) {
      bullet_.advice = "Begin with what you did: designed, measured, cut, shipped.";
      return;
    }
    const std::string& opening = words_[first].folded;
    const auto ends = [&](std::string_view with) { return opening.size() > with.size() + 2 && opening.compare(opening.size() - with.size(), with.size(), with) == 0; };
    if (longest_at(lists_.strong, words_, first, Fit::whole) >= 0 || (ends("ed") && !one_of(kNoVerbs, opening))) {
      show(Part::action, words_[first].text);
      return;
    }
    for (std::size_t n = first + 1; n < words_.size(); ++n)
      if (longest_at(lists_.strong, words_, n, Fit::whole) >= 0) {
        show(Part::action, words_[n].text);
        bullet_.advice = "The act comes late: begin with \"" + words_[n].text + "\".";
        return;
      }
    bullet_.advice = ends("ing") ? "Say the finished act: \"built\", not \"building\"." : "Begin with what you did: designed, measured, cut, shipped.";
  }

  void find_method() {
    for (std::size_t n = 0; n < words_.size(); ++n)
      if (const int i = longest_at(lists_.methods, words_, n, Fit::inflected); i >= 0) show(Part::method, slice(bullet_.text, words_, n, lists_.methods[static_cast<std::size_t>(i)].size()));
  }

  void find_numbers() {
    for (std::size_t n = 0; n < words_.size(); ++n) {
      if (!is_number(bullet_.text, words_, n)) continue;
      if (n > 0 && words_[n].begin == words_[n - 1].end + 1 && (bullet_.text[words_[n - 1].end] == '.' || bullet_.text[words_[n - 1].end] == ',')) continue;  // "1.2"
      show(Part::number, number_text(bullet_.text, words_, n));
    }
  }

  // Something changed, and it has a name or a size.
  void find_result() {
    std::string change, named;
    for (std::size_t n = 0; n < words_.size(); ++n) {
      if (change.empty() && is_change(words_[n].folded)) change = words_[n].text;
      if (const int i = longest_at(lists_.results, words_, n, Fit::inflected); i >= 0 && named.empty()) named = slice(bullet_.text, words_, n, lists_.results[static_cast<std::size_t>(i)].size());
    }
    if (change.empty()) change = from_to();
    if (change.empty() || (named.empty() && !shown(Part::number))) return;
    show(Part::result, change == named || named.empty() ? change : change + " \u2026 " + named);
  }

  // "from 40 min to 5 min" is a change too.
  std::string from_to() const {
    int step = 0;
    for (std::size_t n = 0; n < words_.size(); ++n) {
      if (step == 0 && words_[n].folded == "from") step = 1;
      else if (step == 2 && words_[n].folded == "to") step = 3;
      else if ((step == 1 || step == 3) && is_number(bullet_.text, words_, n)) ++step;
    }
    return step == 4 ? "from \u2026 to" : "";
  }

  void find_tools() {
    for (std::size_t n = 0; n < words_.size();) {
      int best = -1;
      for (std::size_t i = 0; i < lists_.tools.size(); ++i) {
        const Phrase& tool = lists_.tools[i];
        const bool ordinary = std::any_of(std::begin(kOrdinary), std::end(kOrdinary), [&](const char* one) { return given_.tools[i] == one; });
        if (!(ordinary ? tool.exactly_at(words_, n) && n > 0 : tool.at(words_, n, Fit::whole))) continue;
        if (ordinary && (beside(n, '&') || beside(n, '.'))) continue;  // "R&D", initials
        if (best < 0 || tool.size() > lists_.tools[static_cast<std::size_t>(best)].size()) best = static_cast<int>(i);
      }
      if (best >= 0) show(Part::tools, given_.tools[static_cast<std::size_t>(best)]);
      n += best < 0 ? 1 : lists_.tools[static_cast<std::size_t>(best)].size();
    }
  }

  // Whether the sign joins this word to another.
  bool beside(std::size_t n, char sign) const {
    const std::string& text = bullet_.text;
    const Word& word = words_[n];
    return (word.end + 1 < text.size() && text[word.end] == sign && text[word.end + 1] != ' ') || (word.begin > 0 && text[word.begin - 1] == sign);
  }

  void find_principles() {
    std::vector<std::pair<int, std::size_t>> counts;
    for (std::size_t i = 0; i < lists_.stems.size(); ++i) {
      int n_hits = 0;
      for (std::size_t n = 0; n < words_.size(); ++n) n_hits += longest_at(lists_.stems[i], words_, n, Fit::stem) >= 0 ? 1 : 0;
      if (n_hits > 0) counts.emplace_back(-n_hits, i);
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t k = 0; k < counts.size() && k < 3; ++k) {
      const std::size_t i = counts[k].second;
      bullet_.principles.push_back(given_.principle_words[i].principle);
      for (std::size_t n = 0; n < words_.size(); ++n)
        if (longest_at(lists_.stems[i], words_, n, Fit::stem) >= 0) {
          show(Part::principle, words_[n].text);
          break;
        }
    }
  }

  std::string question() const {
    const bool based = std::any_of(words_.begin(), words_.end(), [](const Word& word) { return one_of(kBaseWords, word.folded); });
    const bool timed = std::any_of(words_.begin(), words_.end(), [](const Word& word) { return is_period(word.folded); });
    if (!shown(Part::action)) return "Which part was yours, and what did you do first?";
    if (!shown(Part::result)) return shown(Part::number) ? "What changed for customers or the business because of it?" : "What changed because of it? By how much, over what period, compared with what?";
    if (!shown(Part::number)) return timed ? "By how much? Compared with what?" : "By how much? Over what period? Compared with what?";
    if (!shown(Part::method)) return "How did you find out or build it: which test, model or analysis?";
    if (!based) return timed ? "Compared with what: the value before, or a control group?" : "Compared with what, and over what period?";
    if (!timed) return "Over what period did that hold?";
    if (!shown(Part::tools)) return "Which tools did you use: SQL, Python, Redshift, another?";
    if (!shown(Part::principle)) return "Which principle should an interviewer see here, and which word would show it?";
    return "What would you do differently today? Interviewers ask that next.";
  }

  const model::ResumeWords& given_;
  const Lists& lists_;
  Words words_;
  BulletCheck bullet_;
  bool weak_opening_ = false;
};

}  // namespace

const char* part_name(Part part) {
  constexpr const char* kNames[kParts] = {"Action", "Method", "Result", "Number", "Tools", "Principle"};
  return kNames[static_cast<int>(part)];
}

base::Result<ResumeCheck> check_resume(std::string_view text, const model::ResumeWords& words) {
  if (text.size() > kMostBytes)
    return base::Error{base::ErrorKind::too_large, "", "This is " + std::to_string((text.size() + 999) / 1'000) + " kB of text; at most " + std::to_string(kMostBytes / 1'000) + " kB are read. Paste the bullets alone."};
  if (!base::is_utf8(text)) return base::Error{base::ErrorKind::bad_input, "", "Some of this is no text. Copy it from the document once more."};
  Bullets bullets = bullets_of(text);
  if (bullets.texts.size() > kMostBullets)
    return base::Error{base::ErrorKind::too_large, "", "These are " + std::to_string(bullets.texts.size()) + " bullets; at most " + std::to_string(kMostBullets) + " are read. Paste one r\u00E9sum\u00E9."};
  const Lists lists(words);
  ResumeCheck check;
  check.n_lines_left_out = bullets.n_left_out;
  for (std::string& one : bullets.texts) {
    check.bullets.push_back(Checker(words, lists, std::move(one)).check());
    const BulletCheck& bullet = check.bullets.back();
    for (std::size_t part = 0; part < kParts; ++part) check.n_shown[part] += bullet.shown[part] ? 1 : 0;
    check.n_marks += static_cast<int>(bullet.marks.size());
  }
  return check;
}

}  // namespace loopready::story
