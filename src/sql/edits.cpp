#include "sql/edits.h"

#include <algorithm>

namespace loopready::sql {

std::size_t Origins::typed_at(std::size_t written) const {
  const auto next = std::upper_bound(marks_.begin(), marks_.end(), written,
                                     [](std::size_t at, const Mark& mark) { return at < mark.written; });
  if (next == marks_.begin()) return marks_.empty() ? 0 : marks_.front().typed;
  return std::prev(next)->typed;
}

void Origins::add_all(const Origins& others, std::size_t shift) {
  for (const Mark& mark : others.marks_) marks_.push_back({mark.written + shift, mark.typed});
}

Written& Written::operator+=(const Written& more) {
  origins.add_all(more.origins, text.size());
  text += more.text;
  return *this;
}

void Edits::before(std::size_t token, const Written& text) {
  Written& before = changes_[token].before;
  before = text + before;
}

void Edits::after(std::size_t token, const Written& text) { changes_[token].after += text; }

void Edits::replace(std::size_t token, const Written& text) {
  Change& change = changes_[token];
  change.instead = text;
  change.replaced = true;
}

void Edits::remove(std::size_t first, std::size_t last) {
  for (std::size_t token = first; token <= last; ++token) remove(token);
}

void Edits::wrap(std::size_t first, std::size_t last, const Written& open, const Written& close) {
  before(first, open);
  after(last, close);
}

bool Edits::replaced(std::size_t token) const {
  const auto found = changes_.find(token);
  return found != changes_.end() && found->second.replaced;
}

void Edits::substitute(std::size_t first, std::size_t last, const Written& text) {
  for (std::size_t token = first; token <= last; ++token) {
    changes_.erase(token);
    remove(token);
  }
  replace(first, text);
}

Written Edits::written(std::size_t first, std::size_t last) const {
  Written all;
  for (std::size_t i = first; i <= last; ++i) {
    if (i > first) all += without_comments(text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end));
    const auto mark = [&] { all.origins.add(all.text.size(), tokens_[i].begin); };
    mark();
    const std::string_view own = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    const auto found = changes_.find(i);
    if (found == changes_.end()) {
      all += own;
      continue;
    }
    const Change& change = found->second;
    for (const Written* part : {&change.before, &change.instead, &change.after}) {
      if (part == &change.instead && !change.replaced) all += own;
      else all += *part;
      if (!part->origins.empty()) mark();
    }
  }
  return all;
}

}  // namespace loopready::sql
