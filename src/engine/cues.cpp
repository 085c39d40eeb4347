#include "engine/cues.h"

#include "base/text.h"

namespace loopready::engine {
namespace {

struct Word {
  std::string text;  // in small letters
  std::size_t from = 0, to = 0;
};

bool is_inner(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || byte >= 0x80;
}

// Typographic quotes and dashes part words as the plain ones do.
std::string plain(std::string text) {
  for (const char* sign : {"\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA6"})
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at)) text.replace(at, 3, "   ");
  return text;
}

std::vector<Word> words_of(const std::string& given) {
  const std::string text = plain(given);
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_inner(text[at])) continue;
    Word word;
    word.from = at;
    while (at < text.size() && is_inner(text[at])) ++at;
    word.to = at;
    word.text = base::to_lower(std::string_view(text).substr(word.from, word.to - word.from));
    words.push_back(std::move(word));
  }
  return words;
}

bool stands_at(const std::vector<Word>& text, std::size_t at, const std::vector<Word>& phrase) {
  if (at + phrase.size() > text.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const std::string& word = text[at + i].text;
    const bool last = i + 1 == phrase.size();
    if (last ? word.compare(0, phrase[i].text.size(), phrase[i].text) != 0 : word != phrase[i].text) return false;
  }
  return true;
}

}  // namespace

bool has_words(const std::string& phrase) { return !words_of(phrase).empty(); }

std::vector<std::string> words_making(const model::RubricPoint& point, const std::string& text) {
  const std::vector<Word> words = words_of(text);
  for (const std::vector<std::string>& alternative : point.cues) {
    std::vector<std::string> found;
    for (const std::string& cue : alternative) {
      const std::vector<Word> phrase = words_of(cue);
      if (phrase.empty()) break;
      for (std::size_t at = 0; at < words.size(); ++at)
        if (stands_at(words, at, phrase)) {
          const std::size_t from = words[at].from, to = words[at + phrase.size() - 1].to;
          found.push_back(text.substr(from, to - from));
          break;
        }
    }
    if (!alternative.empty() && found.size() == alternative.size()) return found;
  }
  return {};
}

}  // namespace loopready::engine
