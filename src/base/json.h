// Reading and writing JSON without exceptions, with errors that know their path.
// Here: parse_json, to_text, FieldReader.  Not here: what the fields mean (model).
// Errors: bad_input with a path such as "items/sql/x.json#/traps/2/why".
#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace loopready::base {

using Json = nlohmann::ordered_json;

// `where` names the source (a file, "backup", "request") and starts every path in later errors.
// Refused: text that is not JSON, invalid UTF-8, nesting deeper than 100.
Result<Json> parse_json(std::string_view text, const std::string& where);

// One line, invalid UTF-8 replaced, never fails.
std::string to_text(const Json& json);

// A text, or an array of texts joined by line feeds.
Result<std::string> lines_from_json(const Json& json, const std::string& where);

// Reads the fields of one object. The first error sticks: later reads give empty values, and finish() reports it.
// finish() also refuses fields that nobody read, so that a misspelt key never passes silently.
class FieldReader {
 public:
  FieldReader(const Json& json, std::string where);

  bool has(const char* key);  // present and not null; counts as read
  std::string text(const char* key);
  std::string text_or(const char* key, std::string fallback);
  std::string lines(const char* key);  // a text, or an array of texts joined by line feeds
  std::string lines_or(const char* key, std::string fallback);
  std::int64_t integer(const char* key);
  std::int64_t integer_or(const char* key, std::int64_t fallback);
  double number(const char* key);
  double number_or(const char* key, double fallback);
  bool boolean(const char* key);
  bool boolean_or(const char* key, bool fallback);
  std::vector<std::string> texts(const char* key);
  std::vector<std::string> texts_or_empty(const char* key);
  const Json& array(const char* key);           // empty array on error
  const Json& array_or_empty(const char* key);  // empty array when absent
  const Json& object(const char* key);          // empty object on error
  const Json& any(const char* key);             // null when absent
  // The value's name must stand in `allowed`.
  std::string one_of(const char* key, std::initializer_list<const char*> allowed);

  std::string path(const char* key) const;  // where + "/" + key
  const std::string& where() const { return where_; }
  void fail(const std::string& path, std::string text);  // keeps the first
  void allow(const char* key);                           // known, read by nobody
  bool ok() const { return !failed_; }
  Status so_far() const;  // the error that stuck, before nested values are read
  Status finish();

 private:
  const Json* find(const char* key);
  const Json* need(const char* key);

  const Json& json_;
  std::string where_;
  std::vector<std::string> read_;
  bool failed_ = false;
  Error error_;
};

// Reads every element of an array with `read(element, path)`, which returns a Result; stops at the first error.
template <class T, class Read>
Result<std::vector<T>> read_all(const Json& array, const std::string& where, Read read) {
  std::vector<T> all;
  all.reserve(array.size());
  for (std::size_t i = 0; i < array.size(); ++i) {
    LR_TRY(auto one, read(array[i], where + "/" + std::to_string(i)));
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace loopready::base
