// A sentence as words with their places, for looking up phrases.
// Here: Word, words_of, is_word, Phrase.  Not here: what the words mean (resume.h).
// Terms: a word is a run of letters and digits of any script; folded is lower case in ASCII, with "z" as "s" and double "l" as one,
// so that "optimized" and "modelled" meet "optimised" and "modeled"; places are bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace loopready::story {

struct Word {
  std::size_t begin = 0, end = 0;
  std::string text;    // as written
  std::string folded;
};

std::vector<Word> words_of(std::string_view text);  // valid UTF-8

enum class Fit { whole, stem, inflected };  // inflected: up to three more letters ("forecast" in "forecasting")

// Whether a folded word is this one, or begins with it, as `fit` says.
bool is_word(std::string_view folded, std::string_view wanted, Fit fit);

// One thing to look for, of one or more words.
class Phrase {
 public:
  explicit Phrase(std::string_view text) : words_(words_of(text)) {}
  std::size_t size() const { return words_.size(); }
  // Whether it stands at the nth word; the last word as `fit` says, those before it whole.
  bool at(const std::vector<Word>& words, std::size_t n, Fit fit) const;
  bool exactly_at(const std::vector<Word>& words, std::size_t n) const;  // letter for letter

 private:
  std::vector<Word> words_;
};

}  // namespace loopready::story
