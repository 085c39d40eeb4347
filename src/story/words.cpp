#include "story/words.h"

namespace loopready::story {
namespace {

// The code point that starts here, and its length in bytes.
unsigned long code_point(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned long>(static_cast<unsigned char>(text[i])); };
  const unsigned long first = byte(at);
  length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (length > text.size() - at) length = 1;
  unsigned long code = length == 1 ? first : length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07;
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byte(at + i) & 0x3F);
  return code;
}

// Letters and digits; of what is not ASCII all but punctuation, spaces, symbols and what fonts keep for themselves.
bool in_word(unsigned long code) {
  if (code < 0x80) return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  if (code < 0xC0 || code == 0xD7 || code == 0xF7) return code == 0xAA || code == 0xB5 || code == 0xBA;
  return !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x303F) && !(code >= 0xE000 && code <= 0xF8FF) && code != 0xFEFF && code < 0x1F000;
}

char fold(char c) {
  const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower == 'z' ? 's' : lower;
}

std::string fold(std::string_view word) {
  std::string folded;
  for (const char c : word)
    if (const char one = fold(c); one != 'l' || folded.empty() || folded.back() != 'l') folded += one;
  return folded;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::size_t begin = 0;
  bool inside = false;
  const auto close = [&](std::size_t end) {
    if (inside) words.push_back({begin, end, std::string(text.substr(begin, end - begin)), fold(text.substr(begin, end - begin))});
    inside = false;
  };
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    const bool word = in_word(code_point(text, at, length));
    if (word && !inside) begin = at;
    if (!word) close(at);
    else inside = true;
  }
  close(text.size());
  return words;
}

bool is_word(std::string_view folded, std::string_view wanted, Fit fit) {
  std::size_t n = 0;
  char before = 0;
  for (const char c : wanted) {
    const char one = fold(c);
    if (one == 'l' && before == 'l') continue;
    if (n >= folded.size() || folded[n] != one) return false;
    before = one;
    ++n;
  }
  return fit == Fit::stem || folded.size() - n <= (fit == Fit::inflected ? 3 : 0);
}

bool Phrase::at(const std::vector<Word>& words, std::size_t n, Fit fit) const {
  if (words_.empty() || n + words_.size() > words.size() || words[n].folded[0] != words_[0].folded[0]) return false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!is_word(words[n + i].folded, words_[i].folded, i + 1 < words_.size() ? Fit::whole : fit)) return false;
  }
  return true;
}

bool Phrase::exactly_at(const std::vector<Word>& words, std::size_t n) const {
  if (words_.empty() || n + words_.size() > words.size()) return false;
  for (std::size_t i = 0; i < words_.size(); ++i)
    if (words[n + i].text != words_[i].text) return false;
  return true;
}

}  // namespace loopready::story
