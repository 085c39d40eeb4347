// GROUP BY: expressions, ROLLUP, CUBE and GROUPING SETS.
#include "sql/parser.h"

namespace loopready::sql {
namespace {

constexpr std::size_t kMostSets = 64;

}  // namespace

// Elements side by side multiply: GROUP BY a, ROLLUP (b) groups by a and b, and by a.
void Parser::group_list(Core& core) {
  GroupingSets all = {{}};
  bool plain = true;
  do {
    const std::size_t first = at_;
    const GroupingSets sets = group_element(core, plain);
    if (sets.size() * all.size() > kMostSets)
      return fail("These are more than 64 grouping sets.", "Name the ones you need with GROUPING SETS.", first);
    GroupingSets product;
    for (const auto& left : all)
      for (const auto& right : sets) {
        product.push_back(left);
        product.back().insert(product.back().end(), right.begin(), right.end());
      }
    all = std::move(product);
  } while (ok() && take(","));
  core.group_last = at_ - 1;
  if (!plain) core.sets = std::move(all);
}

Parser::GroupingSets Parser::group_element(Core& core, bool& plain) {
  const bool list = sees("(") && !sees_query();
  if ((sees("rollup") || sees("cube")) && sees("(", 1)) {
    plain = false;
    return rollup_or_cube(core);
  }
  if (sees("grouping") && sees("sets", 1)) {
    plain = false;
    return grouping_sets(core);
  }
  // "(a, b)" is a list, "(a + b) * 2" an expression.
  if (list) {
    const std::size_t start = at_;
    const std::size_t n_keys = core.group.size();
    const std::vector<std::size_t> keys = group_keys(core);
    if (!ok() || at_end() || sees(",") || sees(")") || is_reserved(token().word)) {
      plain = plain && keys.size() == 1;
      return {keys};
    }
    at_ = start;
    core.group.resize(n_keys);
  }
  core.group.push_back(expression());
  return {{core.group.size() - 1}};
}

// One expression, or a list of them in parentheses, which may be empty.
std::vector<std::size_t> Parser::group_keys(Core& core) {
  std::vector<std::size_t> keys;
  const bool list = take("(");
  if (list && take(")")) return keys;
  do {
    core.group.push_back(expression());
    keys.push_back(core.group.size() - 1);
  } while (ok() && list && take(","));
  if (list) expect(")");
  return keys;
}

Parser::GroupingSets Parser::rollup_or_cube(Core& core) {
  const std::size_t first = at_;
  const bool cube = sees("cube");
  at_ += 2;
  std::vector<std::vector<std::size_t>> parts;
  do parts.push_back(group_keys(core));
  while (ok() && take(","));
  expect(")");
  GroupingSets sets;
  if (parts.size() > 6 && cube) {
    fail("CUBE takes at most 6 columns here.", "Name the sets you need with GROUPING SETS.", first);
    return sets;
  }
  const auto add = [&](auto wanted) {
    sets.emplace_back();
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (wanted(i)) sets.back().insert(sets.back().end(), parts[i].begin(), parts[i].end());
  };
  if (cube)
    for (std::size_t left_out = 0; left_out < (std::size_t{1} << parts.size()); ++left_out)
      add([&](std::size_t i) { return (left_out >> (parts.size() - 1 - i) & 1u) == 0; });
  else
    for (std::size_t n = parts.size() + 1; n-- > 0;) add([&](std::size_t i) { return i < n; });
  return sets;
}

Parser::GroupingSets Parser::grouping_sets(Core& core) {
  at_ += 2;
  GroupingSets sets;
  if (!expect("(")) return sets;
  do {
    bool plain = true;
    GroupingSets more;
    if (sees("rollup") || sees("cube") || sees("grouping")) more = group_element(core, plain);
    else more = {group_keys(core)};
    sets.insert(sets.end(), more.begin(), more.end());
  } while (ok() && sets.size() <= kMostSets && take(","));
  expect(")");
  return sets;
}

}  // namespace loopready::sql
