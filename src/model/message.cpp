#include "model/message.h"

namespace loopready::model {

using base::Error;
using base::ErrorKind;
using base::FieldReader;
using base::Json;
using base::Result;

namespace {

constexpr int kVersion = 1;

base::Status check_version(FieldReader& fields) {
  if (const std::int64_t v = fields.integer("v"); fields.ok() && v != kVersion)
    return Error{ErrorKind::unsupported, fields.path("v"), "Messages of version " + std::to_string(v) + " are not known."};
  return base::Done{};
}

Error error_from_json(FieldReader& outer) {
  FieldReader fields(outer.object("error"), outer.path("error"));
  Error error;
  const std::string kind = fields.text("kind");
  for (const ErrorKind one : {ErrorKind::bad_input, ErrorKind::not_found, ErrorKind::unsupported, ErrorKind::too_large,
                              ErrorKind::outside_failed})
    if (kind == base::error_kind_name(one)) error.kind = one;
  error.where = fields.text("where");
  error.text = fields.text("text");
  return error;
}

}  // namespace

Json to_json(const Request& request) {
  return {{"v", kVersion}, {"id", request.id}, {"kind", request.kind}, {"body", request.body}};
}

Result<Request> request_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LR_TRY([[maybe_unused]] auto version, check_version(fields));
  Request request;
  request.id = fields.any("id");
  request.kind = fields.text("kind");
  request.body = fields.has("body") ? fields.object("body") : Json::object();
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return request;
}

Json to_json(const Response& response) {
  Json json = {{"v", kVersion}, {"id", response.id}, {"last", response.last}};
  if (const auto* error = std::get_if<Error>(&response.body))
    json["error"] = {{"kind", base::error_kind_name(error->kind)}, {"where", error->where}, {"text", error->text}};
  else
    json["body"] = *std::get_if<Json>(&response.body);
  return json;
}

Result<Response> response_from_json(const Json& json, const std::string& where) {
  FieldReader fields(json, where);
  LR_TRY([[maybe_unused]] auto version, check_version(fields));
  Response response;
  response.id = fields.any("id");
  response.last = fields.boolean("last");
  if (fields.has("error")) response.body = error_from_json(fields);
  else response.body = fields.object("body");
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return response;
}

}  // namespace loopready::model
