#include "sql/edits.h"

#include <algorithm>

namespace loopready::sql {

std::size_t Origins::typed_at(std::size_t written) const {
  const auto next = std::upper_bound(marks_.begin(), marks_.end(), written,
                                     [](std::size_t at, const Mark& mark) { return at < mark.written; });
  if (next == marks_.begin()) return marks_.empty() ? 0 : marks_.front().typed;
  return std::prev(next)->typed;
}

void Edits::before(std::size_t token, std::string_view text) {
  Change& change = changes_[token];
  change.before.insert(0, text);
}

void Edits::after(std::size_t token, std::string_view text) { changes_[token].after += text; }

void Edits::replace(std::size_t token, std::string_view text) {
  Change& change = changes_[token];
  change.instead = text;
  change.replaced = true;
}

void Edits::remove(std::size_t first, std::size_t last) {
  for (std::size_t token = first; token <= last; ++token) remove(token);
}

void Edits::wrap(std::size_t first, std::size_t last, std::string_view open, std::string_view close) {
  before(first, open);
  after(last, close);
}

bool Edits::replaced(std::size_t token) const {
  const auto found = changes_.find(token);
  return found != changes_.end() && found->second.replaced;
}

std::string Edits::apply(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                         Origins& origins) const {
  std::string written;
  for (std::size_t i = first; i <= last; ++i) {
    if (i > first) written += without_comments(text.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end));
    origins.add(written.size(), tokens[i].begin);
    std::string own(text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
    if (const auto found = changes_.find(i); found != changes_.end()) {
      const Change& change = found->second;
      own = change.before + (change.replaced ? change.instead : own) + change.after;
    }
    written += own;
  }
  return written;
}

}  // namespace loopready::sql
