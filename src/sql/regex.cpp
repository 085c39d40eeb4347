#include "sql/regex.h"

namespace loopready::sql {

int Regex::emit(Op op, int a, int b) {
  program_.push_back({op, a, b});
  return static_cast<int>(program_.size()) - 1;
}

void Regex::emit(const RegexNode& node) {
  switch (node.kind) {
    case RegexKind::empty: break;
    case RegexKind::set:
      sets_.push_back(node.set);
      emit(Op::set, static_cast<int>(sets_.size()) - 1);
      break;
    case RegexKind::sequence:
      for (const auto& part : node.parts) emit(*part);
      break;
    case RegexKind::choice: {
      std::vector<int> jumps;
      for (std::size_t i = 0; i + 1 < node.parts.size(); ++i) {
        const int split = emit(Op::split);
        program_[static_cast<std::size_t>(split)].a = split + 1;
        emit(*node.parts[i]);
        jumps.push_back(emit(Op::jump));
        program_[static_cast<std::size_t>(split)].b = static_cast<int>(program_.size());
      }
      emit(*node.parts.back());
      for (const int jump : jumps) program_[static_cast<std::size_t>(jump)].a = static_cast<int>(program_.size());
      break;
    }
    case RegexKind::repeat: emit_repeat(node); break;
    case RegexKind::group:
      if (node.number > 0) emit(Op::save, node.number * 2);
      emit(*node.parts[0]);
      if (node.number > 0) emit(Op::save, node.number * 2 + 1);
      break;
    default: emit(Op::edge, static_cast<int>(node.kind)); break;
  }
}

// The least number of copies, then choices between one more and going on.
void Regex::emit_repeat(const RegexNode& node) {
  const auto split = [&] { return emit(Op::split); };
  const auto aim = [&](int at, int more, int on) {
    Instruction& one = program_[static_cast<std::size_t>(at)];
    one.a = node.lazy ? on : more;
    one.b = node.lazy ? more : on;
  };
  for (int i = 0; i < node.least; ++i) emit(*node.parts[0]);
  if (node.most < 0) {
    const int at = split();
    emit(*node.parts[0]);
    emit(Op::jump, at);
    aim(at, at + 1, static_cast<int>(program_.size()));
    return;
  }
  std::vector<int> splits;
  for (int i = node.least; i < node.most; ++i) {
    splits.push_back(split());
    emit(*node.parts[0]);
  }
  for (const int at : splits) aim(at, at + 1, static_cast<int>(program_.size()));
}

std::optional<Regex> Regex::compile(std::string_view pattern, RegexOptions options, std::string& error) {
  RegexTree tree = read_regex(pattern, options);
  error = tree.error;
  if (!error.empty()) return {};
  Regex regex;
  regex.n_groups_ = tree.n_groups;
  regex.shortest_ = preference(*tree.root) == Preference::shortest;
  regex.by_lines_ = tree.options.by_lines;
  regex.emit(Op::save, 0);
  regex.emit(*tree.root);
  regex.emit(Op::save, 1);
  regex.emit(Op::match);
  return regex;
}

bool Regex::edge_holds(int kind, std::string_view text, std::size_t at) const {
  const auto word_at = [&](std::size_t i) {
    if (i >= text.size()) return false;
    return is_word_character(next_code_point(text, i));
  };
  const auto word_before = [&] {
    if (at == 0) return false;
    std::size_t i = at - 1;
    while (i > 0 && (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u) --i;
    return word_at(i);
  };
  switch (static_cast<RegexKind>(kind)) {
    case RegexKind::text_start: return at == 0;
    case RegexKind::text_end: return at == text.size();
    case RegexKind::line_start: return at == 0 || (by_lines_ && text[at - 1] == '\n');
    case RegexKind::line_end: return at == text.size() || (by_lines_ && text[at] == '\n');
    case RegexKind::word_start: return word_at(at) && !word_before();
    case RegexKind::word_end: return !word_at(at) && word_before();
    case RegexKind::word_edge: return word_at(at) != word_before();
    default: return word_at(at) == word_before();
  }
}

struct Regex::Run {
  std::string_view text;
  std::vector<std::size_t> seen;  // by instruction: the step it was last reached in, from 1
  std::size_t step = 0;
  std::int64_t work = 0;
};

// Adds the threads that `start` leads to without reading a character, in order of preference.
void Regex::follow(Run& run, std::vector<Thread>& threads, int start, std::vector<std::size_t> slots,
                   std::size_t at) const {
  std::vector<Thread> open;
  open.push_back({start, std::move(slots)});
  while (!open.empty()) {
    Thread thread = std::move(open.back());
    open.pop_back();
    while (true) {
      const auto index = static_cast<std::size_t>(thread.at);
      ++run.work;
      if (run.seen[index] == run.step) break;
      run.seen[index] = run.step;
      const Instruction& one = program_[index];
      if (one.op == Op::jump) {
        thread.at = one.a;
      } else if (one.op == Op::split) {
        open.push_back({one.b, thread.slots});
        thread.at = one.a;
      } else if (one.op == Op::save) {
        thread.slots[static_cast<std::size_t>(one.a)] = at;
        ++thread.at;
      } else if (one.op == Op::edge) {
        if (!edge_holds(one.a, run.text, at)) break;
        ++thread.at;
      } else {
        threads.push_back(std::move(thread));
        break;
      }
    }
  }
}

bool Regex::search(std::string_view text, std::size_t from, Groups& groups, Budget* budget) const {
  constexpr std::size_t kNone = std::string_view::npos;
  constexpr std::int64_t kWorkBetweenLooks = 4'000;
  Run run{text, std::vector<std::size_t>(program_.size(), 0), 0, 0};
  const std::vector<std::size_t> empty(static_cast<std::size_t>(n_groups_ + 1) * 2, kNone);
  std::vector<Thread> threads, next;
  std::vector<std::size_t> best;
  ++run.step;
  for (std::size_t at = from;;) {
    // Older threads began further left, so new ones come last.
    if (best.empty()) follow(run, threads, 0, empty, at);
    std::size_t behind = at;
    const char32_t c = at < text.size() ? next_code_point(text, behind) : 0;
    ++run.step;
    next.clear();
    for (Thread& thread : threads) {
      // Threads of a match further right than the best have lost; equally far left, the shortest match wins or not.
      if (!best.empty() && (thread.slots[0] > best[0] || (shortest_ && thread.slots[0] == best[0]))) continue;
      const Instruction& one = program_[static_cast<std::size_t>(thread.at)];
      if (one.op == Op::match) {
        const bool better = best.empty() || thread.slots[0] < best[0] || thread.slots[1] > best[1];
        if (better) best = std::move(thread.slots);
      } else if (at < text.size() && sets_[static_cast<std::size_t>(one.a)].has(c)) {
        follow(run, next, thread.at + 1, std::move(thread.slots), behind);
      }
    }
    run.work += static_cast<std::int64_t>(threads.size()) + 1;
    if (run.work > kWorkBetweenLooks) {
      if (budget != nullptr && !budget->spend(run.work / 4)) return false;
      run.work = 0;
    }
    threads.swap(next);
    if (at >= text.size() || (threads.empty() && !best.empty())) break;
    at = behind;
  }
  if (budget != nullptr && !budget->spend(run.work / 4)) return false;
  if (best.empty()) return false;
  groups.clear();
  for (std::size_t i = 0; i + 1 < best.size(); i += 2) {
    const bool whole = best[i] != kNone && best[i + 1] != kNone;
    groups.push_back(whole ? Group{best[i], best[i + 1]} : Group{});
  }
  return true;
}

std::string similar_as_regex(std::string_view pattern, std::string_view escape) {
  std::string regex = "^(?:";
  bool brackets = false;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (!escape.empty() && c == escape[0] && at + 1 < pattern.size()) {
      regex += '\\';
      regex += pattern[++at];
      // A letter behind a backslash would mean something else.
      if ((regex.back() >= 'a' && regex.back() <= 'z') || (regex.back() >= 'A' && regex.back() <= 'Z'))
        regex.erase(regex.size() - 2, 1);
    } else if (brackets) {
      if (c == '\\') regex += '\\';
      regex += c;
      brackets = c != ']';
    } else if (c == '[') {
      regex += c;
      brackets = true;
      if (pattern.substr(at + 1, 1) == "^") regex += pattern[++at];
      if (pattern.substr(at + 1, 1) == "]") regex += pattern[++at];
    } else if (c == '%') {
      regex += ".*";
    } else if (c == '_') {
      regex += '.';
    } else if (c == '(') {
      regex += "(?:";
    } else {
      if (c == '.' || c == '^' || c == '$' || c == '\\') regex += '\\';
      regex += c;
    }
  }
  return regex + ")$";
}

}  // namespace loopready::sql
