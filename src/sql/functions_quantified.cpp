// Comparisons with ANY and ALL: the least and the greatest value of a query, and what they tell.
#include "sql/aggregate.h"
#include "sql/kept_value.h"

namespace loopready::sql {
namespace {

struct Extent {
  std::int64_t n_nulls = 0;
  std::int64_t n_values = 0;
  KeptValue least;
  KeptValue greatest;
};

// lr_extent(x): an Extent in bytes.
struct ExtentState {
  explicit ExtentState(Surroundings&) {}
  void step(Context*, int, Value** values) {
    if (is_null(values[0])) {
      ++extent.n_nulls;
      return;
    }
    const KeptValue value(values[0]);
    if (extent.n_values == 0 || value < extent.least) extent.least = value;
    if (extent.n_values == 0 || extent.greatest < value) extent.greatest = value;
    ++extent.n_values;
  }
  void leave(Context*, int, Value**) {}
  void result(Context* context) const {
    std::string bytes = (extent.n_nulls > 0 ? "n" : "-") + std::string(extent.n_values > 0 ? "v" : "-");
    extent.least.write(bytes);
    extent.greatest.write(bytes);
    sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  }
  Extent extent;
};

// Whether `value op x` holds for all values, or for any of them, between the least and the greatest.
bool holds(std::string_view op, bool any, const KeptValue& value, const KeptValue& least, const KeptValue& greatest) {
  const int to_least = KeptValue::compare(value, least), to_greatest = KeptValue::compare(value, greatest);
  if (op == "=" || op == "==") return to_least == 0 && to_greatest == 0;    // = ANY is IN
  if (op == "<>" || op == "!=") return to_least != 0 || to_greatest != 0;   // <> ALL is NOT IN
  if (op == "<") return (any ? to_greatest : to_least) < 0;
  if (op == "<=") return (any ? to_greatest : to_least) <= 0;
  if (op == ">") return (any ? to_least : to_greatest) > 0;
  return (any ? to_least : to_greatest) >= 0;
}

// lr_quantified(x, '> all', extent): true, false, or NULL where a NULL decides.
void quantified(Context* context, int, Value** values) {
  const std::string_view how = text_of(values[1]);
  const std::string_view op = how.substr(0, how.find(' '));
  const bool any = how.substr(how.size() - 3) == "any";
  std::string_view bytes(static_cast<const char*>(sqlite3_value_blob(values[2])),
                         static_cast<std::size_t>(sqlite3_value_bytes(values[2])));
  if (bytes.size() < 2) return give_null(context);
  const bool nulls = bytes[0] == 'n', some = bytes[1] == 'v';
  if (!nulls && !some) return give_flag(context, !any);
  if (is_null(values[0])) return give_null(context);
  if (some) {
    bytes.remove_prefix(2);
    KeptValue least, greatest;
    KeptValue::read(bytes, least);
    KeptValue::read(bytes, greatest);
    if (holds(op, any, KeptValue(values[0]), least, greatest) == any) return give_flag(context, any);
  }
  if (nulls) give_null(context);
  else give_flag(context, !any);
}

}  // namespace

void register_quantified_functions(sqlite3* db, Surroundings* surroundings) {
  add_aggregate<ExtentState>(db, "lr_extent", 1, surroundings);
  add_function(db, "lr_quantified", 3, quantified, surroundings);
}

}  // namespace loopready::sql
