// Functions that give rows: series, the elements of arrays, and the rows of a LATERAL subquery.
#include <cmath>

#include "sql/aggregate.h"
#include "sql/array_text.h"
#include "sql/decimal.h"
#include "sql/kept_value.h"
#include "sql/moment.h"
#include "sql/shown_value.h"
#include "sql/table_function.h"

namespace loopready::sql {
namespace {

bool missing(Value* value) { return value == nullptr || is_null(value); }
std::string quoted(Value* value) { return "'" + std::string(text_of(value).substr(0, 40)) + "'"; }

// lr_series(start, stop, step): whole numbers, numbers, or timestamps with an interval.
class Series : public RowSource {
 public:
  std::string start(const std::vector<Value*>& arguments) override {
    Value* from = arguments[0];
    Value* to = arguments[1];
    Value* by = arguments[2];
    if (missing(from) || missing(to) || (by != nullptr && is_null(by))) return {};
    if (is_text(from) || is_text(to)) return start_moments(from, to, by);
    const auto is_whole = [](Value* value) { return sqlite3_value_type(value) == SQLITE_INTEGER; };
    whole_ = is_whole(from) && is_whole(to) && (by == nullptr || is_whole(by));
    if (by != nullptr && number_of(by) == 0) return "The step of a series can't be 0";
    if (whole_) {
      now_ = whole_of(from);
      last_ = whole_of(to);
      step_ = by == nullptr ? 1 : whole_of(by);
    } else {
      first_number_ = number_of(from);
      last_number_ = number_of(to);
      step_number_ = by == nullptr ? 1 : number_of(by);
    }
    done_ = false;
    check_end();
    return {};
  }

  void next() override {
    ++row_;
    if (moments_) {
      const auto later = moved(now_, interval_, 1);
      if (later) now_ = *later;
      done_ = !later;
    } else if (whole_) {
      done_ = __builtin_add_overflow(now_, step_, &now_);
    }
    check_end();
  }
  bool at_end() const override { return done_; }
  void column(Context* context, int i) const override {
    if (i == 1) give(context, row_ + 1);
    else if (moments_) give(context, moment_text({now_, true}));
    else if (whole_) give(context, now_);
    else give_number(context, number());
  }

 private:
  std::string start_moments(Value* from, Value* to, Value* by) {
    const auto first = read_moment(text_of(from)), last = read_moment(text_of(to));
    if (!first || !last) return quoted(first ? to : from) + " is neither a number nor a date";
    if (by == nullptr) return "A series of dates needs a step, such as interval '1 day'";
    const auto interval = is_text(by) ? read_interval(text_of(by)) : std::nullopt;
    if (!interval) return quoted(by) + " is not an interval such as '1 day'";
    const double seconds = interval_seconds(*interval);
    if (seconds == 0) return "The step of a series can't be 0";
    moments_ = true;
    interval_ = *interval;
    step_ = seconds > 0 ? 1 : -1;
    now_ = first->us;
    last_ = last->us;
    done_ = false;
    check_end();
    return {};
  }
  double number() const { return rounded_to(first_number_ + static_cast<double>(row_) * step_number_, 12); }
  void check_end() {
    if (moments_ || whole_) done_ = done_ || (step_ > 0 ? now_ > last_ : now_ < last_);
    else done_ = done_ || (step_number_ > 0 ? number() > last_number_ : number() < last_number_);
  }

  bool done_ = true;
  bool whole_ = false;
  bool moments_ = false;
  std::int64_t now_ = 0, last_ = 0, step_ = 1, row_ = 0;
  double first_number_ = 0, last_number_ = 0, step_number_ = 1;
  Interval interval_;
};

// lr_unnest(array, how)
class Elements : public RowSource {
 public:
  std::string start(const std::vector<Value*>& arguments) override {
    if (missing(arguments[0])) return {};
    auto elements = read_array(text_of(arguments[0]));
    if (!elements) return quoted(arguments[0]) + " is not an array; one is written '{a,b}'";
    elements_ = std::move(*elements);
    if (!missing(arguments[1])) how_ = text_of(arguments[1]);
    return {};
  }
  void next() override { ++row_; }
  bool at_end() const override { return row_ >= elements_.size(); }
  void column(Context* context, int i) const override {
    if (i == 1) give(context, static_cast<std::int64_t>(row_) + 1);
    else give_element(context, elements_[row_], how_);
  }

 private:
  std::vector<ArrayElement> elements_;
  std::string how_ = "t";
  std::size_t row_ = 0;
};

constexpr int kMostLateralColumns = 20;

// lr_lateral(rows, n): rows of n values each, as lr_pack wrote them.
class LateralRows : public RowSource {
 public:
  std::string start(const std::vector<Value*>& arguments) override {
    if (missing(arguments[0])) return {};
    std::string_view bytes(static_cast<const char*>(sqlite3_value_blob(arguments[0])),
                           static_cast<std::size_t>(sqlite3_value_bytes(arguments[0])));
    width_ = static_cast<std::size_t>(whole_of(arguments[1]));
    for (KeptValue value; KeptValue::read(bytes, value);) values_.push_back(std::move(value));
    return {};
  }
  void next() override { ++row_; }
  bool at_end() const override { return width_ == 0 || (row_ + 1) * width_ > values_.size(); }
  void column(Context* context, int i) const override {
    const auto at = static_cast<std::size_t>(i);
    if (at < width_) values_[row_ * width_ + at].give(context);
  }

 private:
  std::vector<KeptValue> values_;
  std::size_t width_ = 0;
  std::size_t row_ = 0;
};

// lr_pack(a, b, ...): the rows of a group as bytes.
struct PackState {
  explicit PackState(Surroundings&) {}
  void step(Context* context, int n, Value** values) {
    for (int i = 0; i < n; ++i) KeptValue(values[i]).write(bytes);
    fits(context, static_cast<std::int64_t>(bytes.size()));
  }
  void leave(Context*, int, Value**) {}
  void result(Context* context) const {
    sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  }
  std::string bytes;
};

template <class Source>
std::unique_ptr<RowSource> make() {
  return std::make_unique<Source>();
}

const TableFunction kFunctions[] = {
    {"lr_series", "lr_each, lr_nth, lr_first hidden, lr_last hidden, lr_step hidden", 2, 3, make<Series>},
    {"lr_unnest", "lr_each, lr_nth, lr_list hidden, lr_how hidden", 2, 2, make<Elements>},
    {"lr_lateral",
     "lr_c1, lr_c2, lr_c3, lr_c4, lr_c5, lr_c6, lr_c7, lr_c8, lr_c9, lr_c10, lr_c11, lr_c12, lr_c13, lr_c14, lr_c15, "
     "lr_c16, lr_c17, lr_c18, lr_c19, lr_c20, lr_list hidden, lr_n hidden",
     kMostLateralColumns, 2, make<LateralRows>}};

}  // namespace

void register_row_functions(sqlite3* db, Surroundings* surroundings) {
  for (const TableFunction& function : kFunctions) add_table_function(db, function, surroundings);
  add_aggregate<PackState>(db, "lr_pack", -1, surroundings);
}

}  // namespace loopready::sql
