#include "model/reason.h"

namespace loopready::model {

base::Json to_json(const Reason& reason) { return {{"kind", reason.kind}, {"text", reason.text}}; }

base::Result<Reason> reason_from_json(const base::Json& json, const std::string& where) {
  base::FieldReader fields(json, where);
  Reason reason{fields.text("kind"), fields.text("text")};
  LR_TRY([[maybe_unused]] auto done, fields.finish());
  return reason;
}

}  // namespace loopready::model
