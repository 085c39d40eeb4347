// The envelope around every request and response.
// Here: Request, Response and their JSON.  Not here: the bodies (run.h, verdict.h).
// Terms: v is the version of the envelope, 1; a long job answers several times, the last with last = true.
// Errors: bad_input with a path; unsupported for another v.
#pragma once

#include <string>
#include <variant>

#include "base/json.h"

namespace loopready::model {

struct Request {
  base::Json id;  // any JSON value, given back unchanged
  std::string kind;
  base::Json body;
};

struct Response {
  base::Json id;
  bool last = true;
  std::variant<base::Json, base::Error> body;  // a body, or why there is none
};

base::Json to_json(const Request& request);
base::Result<Request> request_from_json(const base::Json& json, const std::string& where);
base::Json to_json(const Response& response);
base::Result<Response> response_from_json(const base::Json& json, const std::string& where);

}  // namespace loopready::model
