#include "ui/kit/formula.h"

#include <utility>

namespace loopready::kit {
namespace {

struct Sign {
  const char* name;
  const char* text;
  bool spaced;
};

constexpr Sign kSigns[] = {
    {"alpha", "α", false}, {"beta", "β", false}, {"gamma", "γ", false}, {"delta", "δ", false}, {"epsilon", "ε", false},
    {"varepsilon", "ε", false}, {"eta", "η", false}, {"theta", "θ", false}, {"kappa", "κ", false}, {"lambda", "λ", false},
    {"mu", "μ", false}, {"nu", "ν", false}, {"xi", "ξ", false}, {"pi", "π", false}, {"rho", "ρ", false}, {"sigma", "σ", false},
    {"tau", "τ", false}, {"phi", "φ", false}, {"varphi", "φ", false}, {"chi", "χ", false}, {"psi", "ψ", false},
    {"omega", "ω", false}, {"Gamma", "Γ", false}, {"Delta", "Δ", false}, {"Theta", "Θ", false}, {"Lambda", "Λ", false},
    {"Sigma", "Σ", false}, {"Phi", "Φ", false}, {"Omega", "Ω", false}, {"infty", "∞", false}, {"partial", "∂", false},
    {"sum", "∑", false}, {"prod", "∏", false}, {"int", "∫", false}, {"ldots", "…", false}, {"dots", "…", false}, {"cdots", "…", false},
    {"prime", "′", false}, {"lvert", "|", false}, {"rvert", "|", false}, {"vert", "|", false}, {"ell", "l", false},
    {"lfloor", "floor(", false}, {"rfloor", ")", false}, {"lceil", "ceil(", false}, {"rceil", ")", false},
    {"cdot", "·", true}, {"times", "×", true}, {"div", "÷", true}, {"pm", "±", true}, {"mp", "±", true}, {"le", "≤", true},
    {"leq", "≤", true}, {"ge", "≥", true}, {"geq", "≥", true}, {"ne", "≠", true}, {"neq", "≠", true}, {"approx", "≈", true},
    {"sim", "~", true}, {"equiv", "≡", true}, {"to", "→", true}, {"rightarrow", "→", true}, {"Rightarrow", "⇒", true},
    {"mid", "|", true}, {"in", "∈", true}, {"cap", "∩", true}, {"cup", "∪", true}, {"ll", "≪", true}, {"gg", "≫", true},
    {"propto", "∝", true}, {"quad", "  ", false}, {"qquad", "    ", false}, {"log", "log ", false}, {"ln", "ln ", false},
    {"exp", "exp ", false}, {"max", "max ", false}, {"min", "min ", false}, {"Pr", "P", false}, {"lim", "lim ", false},
};

class Reader {
 public:
  explicit Reader(std::string_view source) : rest_(source) {}

  Formula row(bool in_braces) {
    Formula row;
    while (!rest_.empty()) {
      if (rest_[0] == '}') {
        rest_.remove_prefix(1);
        if (in_braces) return row;
        continue;
      }
      if (rest_[0] == '^' || rest_[0] == '_') {
        add_script(row);
        continue;
      }
      Formula next = one();
      if (next.kind == FormulaKind::text && next.text.empty()) continue;
      row.parts.push_back(std::move(next));
    }
    return row;
  }

 private:
  static constexpr int kMaxDepth = 40;

  static Formula text(std::string words, bool spaced = false) { return {FormulaKind::text, std::move(words), spaced, {}}; }

  // One thing: a group in braces, a command, or a character.
  Formula one() {
    if (rest_.empty() || depth_ > kMaxDepth) {
      rest_ = {};
      return text("");
    }
    const char c = rest_[0];
    if (c == '{') {
      rest_.remove_prefix(1);
      ++depth_;
      Formula group = row(true);
      --depth_;
      return group;
    }
    if (c == '\\') return command();
    if (c == ' ' || c == '&' || c == '~') {
      rest_.remove_prefix(1);
      return text("");
    }
    if (is_word(c)) {
      std::size_t n = 1;
      // Digits stay together, and so do letters; a script belongs to the last letter only.
      while (n < rest_.size() && is_word(rest_[n]) && is_digit(rest_[n]) == is_digit(c) && !(n + 1 < rest_.size() && !is_digit(c) && is_script(rest_[n + 1]))) ++n;
      return taken(n);
    }
    std::size_t n = 1;
    while (n < rest_.size() && (static_cast<unsigned char>(rest_[n]) & 0xC0) == 0x80) ++n;
    Formula sign = taken(n);
    if (sign.text == "-") sign.text = "−";
    sign.spaced = sign.text == "=" || sign.text == "+" || sign.text == "−" || sign.text == "<" || sign.text == ">" || sign.text == "/";
    if (sign.text == "*") sign = text("·", true);
    return sign;
  }

  Formula command() {
    rest_.remove_prefix(1);
    std::size_t n = 0;
    while (n < rest_.size() && is_letter(rest_[n])) ++n;
    if (n == 0) {  // an escaped sign such as \% or \, (a thin space)
      if (rest_.empty()) return text("");
      const char sign = rest_[0];
      rest_.remove_prefix(1);
      return text(sign == ',' || sign == ';' || sign == ':' || sign == ' ' ? " " : sign == '!' ? "" : std::string(1, sign));
    }
    const std::string name(rest_.substr(0, n));
    rest_.remove_prefix(n);
    skip_spaces();
    if (name == "frac" || name == "dfrac" || name == "tfrac") {
      Formula fraction{FormulaKind::fraction, "", false, {}};
      fraction.parts.push_back(one());
      skip_spaces();
      fraction.parts.push_back(one());
      return fraction;
    }
    if (name == "sqrt") return {FormulaKind::root, "", false, {one()}};
    if (name == "bar" || name == "overline") return {FormulaKind::accent, "\u0304", false, {one()}};
    if (name == "hat" || name == "widehat") return {FormulaKind::accent, "\u0302", false, {one()}};
    if (name == "tilde") return {FormulaKind::accent, "~", false, {one()}};
    if (name == "text" || name == "mathrm" || name == "operatorname" || name == "mathbf" || name == "mathit") return verbatim();
    if (name == "left" || name == "right" || name == "big" || name == "Big" || name == "bigl" || name == "bigr" || name == "displaystyle") {
      if (!rest_.empty() && rest_[0] == '.') rest_.remove_prefix(1);
      return text("");
    }
    for (const Sign& sign : kSigns)
      if (name == sign.name) return text(sign.text, sign.spaced);
    return text(name);
  }

  Formula verbatim() {
    if (rest_.empty() || rest_[0] != '{') return one();
    const std::size_t end = rest_.find('}');
    Formula words = text(std::string(rest_.substr(1, end == std::string_view::npos ? end : end - 1)));
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    return words;
  }

  void add_script(Formula& row) {
    const bool above = rest_[0] == '^';
    rest_.remove_prefix(1);
    skip_spaces();
    Formula script = one();
    if (script.kind == FormulaKind::text && script.text.size() > 1 && is_word(script.text[0])) {
      // Without braces the script is one character; the rest follows.
      const std::string more = script.text.substr(1);
      script.text.resize(1);
      attach(row, std::move(script), above);
      row.parts.push_back(text(more));
      return;
    }
    attach(row, std::move(script), above);
  }

  static void attach(Formula& row, Formula script, bool above) {
    if (row.parts.empty()) row.parts.push_back(text(""));
    const std::size_t slot = above ? 2 : 1;
    Formula& last = row.parts.back();
    if (last.kind != FormulaKind::script || !is_empty(last.parts[slot])) {
      Formula whole{FormulaKind::script, "", false, {}};
      whole.parts.resize(3);
      whole.parts[0] = std::move(last);
      last = std::move(whole);
    }
    last.parts[slot] = std::move(script);
  }

  static bool is_empty(const Formula& formula) { return formula.parts.empty() && formula.text.empty(); }

  Formula taken(std::size_t n) {
    Formula words = text(std::string(rest_.substr(0, n)));
    rest_.remove_prefix(n);
    return words;
  }

  void skip_spaces() {
    while (!rest_.empty() && rest_[0] == ' ') rest_.remove_prefix(1);
  }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_digit(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }
  static bool is_word(char c) { return is_letter(c) || is_digit(c); }
  static bool is_script(char c) { return c == '^' || c == '_'; }

  std::string_view rest_;
  int depth_ = 0;
};

constexpr const char* kBelow[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
constexpr const char* kAbove[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

// A script of digits as small digits; anything else behind its mark.
std::string script_words(const std::string& words, bool above) {
  if (words.empty()) return "";
  std::string small;
  for (const char c : words) {
    if (c < '0' || c > '9') {
      const bool plain = words.find_first_of(" +/·") == std::string::npos;
      return std::string(above ? "^" : "_") + (plain ? words : "(" + words + ")");
    }
    small += (above ? kAbove : kBelow)[c - '0'];
  }
  return small;
}

// In parentheses unless it is one number or name.
std::string grouped(const std::string& words) {
  return words.find_first_of(" +/") == std::string::npos ? words : "(" + words + ")";
}

}  // namespace

Formula parse_formula(std::string_view source) { return Reader(source).row(false); }

std::string formula_words(const Formula& formula) {
  switch (formula.kind) {
    case FormulaKind::text: return formula.spaced ? " " + formula.text + " " : formula.text;
    case FormulaKind::row: {
      std::string all;
      for (const Formula& part : formula.parts) {
        const std::string words = formula_words(part);
        const bool doubled = !all.empty() && all.back() == ' ' && !words.empty() && words.front() == ' ';
        all += doubled ? words.substr(1) : words;
      }
      return all;
    }
    case FormulaKind::fraction: return grouped(formula_words(formula.parts[0])) + " / " + grouped(formula_words(formula.parts[1]));
    case FormulaKind::root: return "√(" + formula_words(formula.parts[0]) + ")";
    case FormulaKind::script:
      return formula_words(formula.parts[0]) + script_words(formula_words(formula.parts[1]), false) +
             script_words(formula_words(formula.parts[2]), true);
    case FormulaKind::accent: return formula_words(formula.parts[0]) + (formula.text == "~" ? "\u0303" : formula.text);
  }
  return {};
}

}  // namespace loopready::kit
