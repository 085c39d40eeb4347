#include "base/json.h"

#include <algorithm>

#include "base/text.h"

namespace loopready::base {
namespace {

constexpr int kMaxDepth = 100;

const Json& empty_array() {
  static const Json json = Json::array();
  return json;
}
const Json& empty_object() {
  static const Json json = Json::object();
  return json;
}
const Json& null_json() {
  static const Json json;
  return json;
}

// Nesting is counted before parsing, because the values are later read by recursion.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      else if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    }
    if (c == ']' || c == '}') --depth;
  }
  return false;
}

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& where) {
  if (!is_utf8(text)) return Error{ErrorKind::bad_input, where, "This is not text in UTF-8."};
  if (too_deep(text)) return Error{ErrorKind::bad_input, where, "This JSON is nested more than 100 deep."};
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return Error{ErrorKind::bad_input, where, "This is not well-formed JSON."};
  return json;
}

std::string to_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::string> lines_from_json(const Json& json, const std::string& where) {
  if (json.is_string()) return json.get<std::string>();
  if (!json.is_array()) return Error{ErrorKind::bad_input, where, "A text or a list of lines is needed here."};
  std::vector<std::string> lines;
  for (const Json& line : json) {
    if (!line.is_string()) return Error{ErrorKind::bad_input, where, "A line must be a text."};
    lines.push_back(line.get<std::string>());
  }
  return join(lines, "\n");
}

FieldReader::FieldReader(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
  if (!json_.is_object()) fail(where_, "An object is needed here.");
}

std::string FieldReader::path(const char* key) const { return where_ + "/" + key; }

void FieldReader::fail(const std::string& path, std::string text) {
  if (failed_) return;
  failed_ = true;
  error_ = Error{ErrorKind::bad_input, path, std::move(text)};
}

void FieldReader::allow(const char* key) { read_.emplace_back(key); }

const Json* FieldReader::find(const char* key) {
  read_.emplace_back(key);
  if (failed_) return nullptr;
  const auto found = json_.find(key);
  if (found == json_.end() || found->is_null()) return nullptr;
  return &*found;
}

const Json* FieldReader::need(const char* key) {
  const Json* found = find(key);
  if (found == nullptr) fail(path(key), std::string("The field \"") + key + "\" is missing.");
  return found;
}

bool FieldReader::has(const char* key) { return find(key) != nullptr; }

std::string FieldReader::text(const char* key) {
  const Json* found = need(key);
  if (found == nullptr) return {};
  if (!found->is_string()) {
    fail(path(key), "A text is needed here.");
    return {};
  }
  return *found->get_ptr<const std::string*>();
}

std::string FieldReader::text_or(const char* key, std::string fallback) {
  return find(key) == nullptr ? fallback : text(key);
}

std::string FieldReader::lines(const char* key) {
  const Json* found = need(key);
  if (found == nullptr) return {};
  if (found->is_string()) return *found->get_ptr<const std::string*>();
  return join(texts(key), "\n");
}

std::string FieldReader::lines_or(const char* key, std::string fallback) {
  return find(key) == nullptr ? fallback : lines(key);
}

std::int64_t FieldReader::integer(const char* key) {
  const Json* found = need(key);
  if (found == nullptr) return 0;
  if (found->is_number_integer()) {
    if (const auto* value = found->get_ptr<const Json::number_unsigned_t*>();
        value != nullptr && *value > static_cast<std::uint64_t>(INT64_MAX)) {
      fail(path(key), "This whole number is too large.");
      return 0;
    }
    return found->get<std::int64_t>();
  }
  fail(path(key), "A whole number is needed here.");
  return 0;
}

std::int64_t FieldReader::integer_or(const char* key, std::int64_t fallback) {
  return find(key) == nullptr ? fallback : integer(key);
}

double FieldReader::number(const char* key) {
  const Json* found = need(key);
  if (found == nullptr) return 0;
  if (!found->is_number()) {
    fail(path(key), "A number is needed here.");
    return 0;
  }
  return found->get<double>();
}

double FieldReader::number_or(const char* key, double fallback) {
  return find(key) == nullptr ? fallback : number(key);
}

bool FieldReader::boolean(const char* key) {
  const Json* found = need(key);
  if (found == nullptr) return false;
  if (!found->is_boolean()) {
    fail(path(key), "true or false is needed here.");
    return false;
  }
  return found->get<bool>();
}

bool FieldReader::boolean_or(const char* key, bool fallback) {
  return find(key) == nullptr ? fallback : boolean(key);
}

std::vector<std::string> FieldReader::texts(const char* key) {
  std::vector<std::string> all;
  const Json& list = array(key);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto* value = list[i].get_ptr<const std::string*>();
    if (value == nullptr) {
      fail(path(key) + "/" + std::to_string(i), "A text is needed here.");
      return {};
    }
    all.push_back(*value);
  }
  return all;
}

std::vector<std::string> FieldReader::texts_or_empty(const char* key) {
  return find(key) == nullptr ? std::vector<std::string>{} : texts(key);
}

const Json& FieldReader::array(const char* key) {
  const Json* found = need(key);
  if (found == nullptr) return empty_array();
  if (!found->is_array()) {
    fail(path(key), "A list is needed here.");
    return empty_array();
  }
  return *found;
}

const Json& FieldReader::array_or_empty(const char* key) {
  return find(key) == nullptr ? empty_array() : array(key);
}

const Json& FieldReader::object(const char* key) {
  const Json* found = need(key);
  if (found == nullptr) return empty_object();
  if (!found->is_object()) {
    fail(path(key), "An object is needed here.");
    return empty_object();
  }
  return *found;
}

const Json& FieldReader::any(const char* key) {
  const Json* found = find(key);
  return found == nullptr ? null_json() : *found;
}

std::string FieldReader::one_of(const char* key, std::initializer_list<const char*> allowed) {
  const std::string value = text(key);
  if (failed_) return value;
  std::string names;
  for (const char* name : allowed) {
    if (value == name) return value;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  fail(path(key), "\"" + value + "\" is not one of: " + names + ".");
  return {};
}

Status FieldReader::so_far() const {
  if (failed_) return error_;
  return Done{};
}

Status FieldReader::finish() {
  if (failed_) return error_;
  for (const auto& [key, value] : json_.items()) {
    if (std::find(read_.begin(), read_.end(), key) == read_.end())
      return Error{ErrorKind::bad_input, path(key.c_str()), "The field \"" + key + "\" is not known here."};
  }
  return Done{};
}

}  // namespace loopready::base
