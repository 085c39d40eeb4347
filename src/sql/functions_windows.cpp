// Window functions that pass over NULLs.
#include <deque>

#include "sql/aggregate.h"
#include "sql/kept_value.h"
#include "sql/moment.h"

namespace loopready::sql {
namespace {

// lr_nth_known(x, n): the n-th value of the window that is not NULL; lr_last_known counts from the end.
template <bool kFromEnd>
struct KnownState {
  explicit KnownState(Surroundings& surroundings) : holding(surroundings) {}
  void step(Context* context, int, Value** values) {
    wanted = whole_of(values[1]);
    if (wanted < 1) return refuse(context, "The offset is counted from 1 where NULLs are ignored");
    if (is_null(values[0])) return;
    known.emplace_back(values[0]);
    holding.add(context, known.back().bytes());
  }
  void leave(Context*, int, Value** values) {
    if (is_null(values[0]) || known.empty()) return;
    holding.remove(known.front().bytes());
    known.pop_front();
  }
  void result(Context* context) const {
    const auto n = static_cast<std::int64_t>(known.size());
    if (wanted < 1 || wanted > n) return give_null(context);
    known[static_cast<std::size_t>(kFromEnd ? n - wanted : wanted - 1)].give(context);
  }
  Holding holding;
  std::deque<KeptValue> known;
  std::int64_t wanted = 1;
};

// lr_instant_us(x): a date or timestamp as a number, for RANGE.
void instant_us(Context* context, int, Value** values) {
  const auto moment = is_text(values[0]) ? read_moment(text_of(values[0])) : std::nullopt;
  if (moment) give(context, moment->us);
  else give_null(context);
}

}  // namespace

void register_window_functions(sqlite3* db, Surroundings* surroundings) {
  add_aggregate<KnownState<false>>(db, "lr_nth_known", 2, surroundings);
  add_aggregate<KnownState<true>>(db, "lr_last_known", 2, surroundings);
  add_function(db, "lr_instant_us", 1, instant_us, surroundings);
}

}  // namespace loopready::sql
