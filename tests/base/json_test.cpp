#include "base/json.h"

#include <doctest/doctest.h>

#include <functional>

using namespace loopready::base;

namespace {

Json json_of(const char* text) {
  auto json = parse_json(text, "test");
  REQUIRE(json.ok());
  return json.value();
}

// What one read says against a text: the error's path, or "" when it is fine.
std::string path_of(const char* text, const std::function<void(FieldReader&)>& read) {
  const Json json = json_of(text);
  FieldReader fields(json, "f");
  read(fields);
  const Status status = fields.finish();
  return status.ok() ? "" : status.error().where;
}

}  // namespace

TEST_CASE("what is not JSON is refused with its source") {
  const std::string deep = std::string(101, '[') + std::string(101, ']');
  for (const std::string& bad : {std::string(""), std::string("{"), std::string("[1,]"), std::string("{\"a\":1} x"),
                                 std::string("nul"), std::string("\"\xFF\""), std::string("1e999"), deep}) {
    CAPTURE(bad);
    const auto json = parse_json(bad, "file.json");
    REQUIRE_FALSE(json.ok());
    CHECK(json.error().where == "file.json");
    CHECK(json.error().kind == ErrorKind::bad_input);
  }
}

TEST_CASE("brackets inside texts are not nesting") {
  const std::string text = "\"" + std::string(500, '[') + "\\\"" + std::string(500, '{') + "\"";
  CHECK(parse_json(text, "x").ok());
  CHECK(parse_json(std::string(100, '[') + std::string(100, ']'), "x").ok());
}

TEST_CASE("writing keeps the order of keys and never fails") {
  CHECK(to_text(json_of(R"({"b":1,"a":[true,null,0.1,"x"]})")) == R"({"b":1,"a":[true,null,0.1,"x"]})");
  CHECK(to_text(Json("a\xFFz")) == "\"a\uFFFDz\"");
}

TEST_CASE("fields are read by type") {
  const Json json = json_of(R"({"t":"x","n":-3,"d":0.5,"b":true,"l":["a","b"],"s":"one","o":{"k":1},"a":[1],"z":null})");
  FieldReader fields(json, "f");
  CHECK(fields.text("t") == "x");
  CHECK(fields.integer("n") == -3);
  CHECK(fields.number("d") == 0.5);
  CHECK(fields.number("n") == -3);
  CHECK(fields.boolean("b"));
  CHECK(fields.lines("l") == "a\nb");
  CHECK(fields.lines("s") == "one");
  CHECK(fields.texts("l") == std::vector<std::string>{"a", "b"});
  CHECK(fields.object("o").size() == 1);
  CHECK(fields.array("a").size() == 1);
  CHECK_FALSE(fields.has("z"));
  CHECK(fields.text_or("z", "else") == "else");
  CHECK(fields.integer_or("missing", 4) == 4);
  CHECK(fields.number_or("missing", 0.25) == 0.25);
  CHECK(fields.boolean_or("missing", true));
  CHECK(fields.lines_or("missing", "l") == "l");
  CHECK(fields.texts_or_empty("missing").empty());
  CHECK(fields.array_or_empty("missing").empty());
  CHECK(fields.any("missing").is_null());
  CHECK(fields.one_of("t", {"w", "x"}) == "x");
  CHECK(fields.path("t") == "f/t");
  CHECK(fields.finish().ok());
}

TEST_CASE("refusals name the exact place") {
  struct Case {
    const char* text;
    std::function<void(FieldReader&)> read;
    const char* path;
  };
  const Case cases[] = {
      {"[]", [](FieldReader& f) { f.text("a"); }, "f"},
      {"{}", [](FieldReader& f) { f.text("a"); }, "f/a"},
      {R"({"a":null})", [](FieldReader& f) { f.integer("a"); }, "f/a"},
      {R"({"a":1})", [](FieldReader& f) { f.text("a"); }, "f/a"},
      {R"({"a":1})", [](FieldReader& f) { f.text_or("a", ""); }, "f/a"},
      {R"({"a":1.5})", [](FieldReader& f) { f.integer("a"); }, "f/a"},
      {R"({"a":18446744073709551615})", [](FieldReader& f) { f.integer("a"); }, "f/a"},
      {R"({"a":"1"})", [](FieldReader& f) { f.number("a"); }, "f/a"},
      {R"({"a":1})", [](FieldReader& f) { f.boolean("a"); }, "f/a"},
      {R"({"a":{}})", [](FieldReader& f) { f.array("a"); }, "f/a"},
      {R"({"a":[]})", [](FieldReader& f) { f.object("a"); }, "f/a"},
      {R"({"a":["x",2]})", [](FieldReader& f) { f.texts("a"); }, "f/a/1"},
      {R"({"a":["x",2]})", [](FieldReader& f) { f.lines("a"); }, "f/a/1"},
      {R"({"a":"y"})", [](FieldReader& f) { f.one_of("a", {"x"}); }, "f/a"},
      {R"({"a":1,"b":2})", [](FieldReader& f) { f.integer("a"); }, "f/b"},
      {R"({"a":1,"b":2})", [](FieldReader& f) { f.integer("a"), f.allow("b"); }, ""},
      // The first error stays.
      {R"({"a":1,"b":2})", [](FieldReader& f) { f.text("a"), f.text("b"), f.fail("late", "Late."); }, "f/a"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(path_of(one.text, one.read) == one.path);
  }
}

TEST_CASE("lists are read element by element up to the first error") {
  const auto read = [](const Json& json, const std::string& where) -> Result<int> {
    if (!json.is_number_integer()) return Error{ErrorKind::bad_input, where, "No number."};
    return json.get<int>();
  };
  CHECK(read_all<int>(json_of("[1,2,3]"), "l", read).value() == std::vector<int>{1, 2, 3});
  CHECK(read_all<int>(json_of("[1,\"x\",null]"), "l", read).error().where == "l/1");
}
