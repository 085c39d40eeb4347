// What the app asks of its surroundings. The app itself does nothing outside its state; it leaves these for the host.
// Here: Effect and its JSON, one object {"do": "...", ...} each.  Not here: carrying them out (web, host_native).
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/json.h"
#include "model/message.h"
#include "model/record.h"

namespace loopready::app {

// To the engine. The host answers with command EngineAnswered, or EngineLost when the worker died or ran over the limit.
struct SendRequest {
  model::Request request;
  int timeout_ms = 5'000;  // the watchdog's wall clock
};
struct CancelRequest {  // the worker is ended at once and a spare takes over; no answer follows
  base::Json id;
};
struct LoadIndex {};  // once more, after it failed; the first time the host loads it unasked. IndexArrived or IndexFailed
struct LoadPack {  // answered by PackArrived or PackFailed
  std::string category;
};
struct AppendRecord {  // durable; answered by RecordKept or StoreFailed
  model::Record record;
};
struct KeepValue {
  model::Kept kept;
};
struct MergeBackup {  // all in one transaction; answered by BackupMerged or StoreFailed
  std::vector<model::Record> records;
  std::vector<model::Kept> kept;
};
struct Download {
  std::string file_name;
  std::string media_type;
  std::string text;
};
struct PickFile {  // answered by FilePicked
  std::string accept;
};
struct CopyText {  // answered by Copied
  std::string text;
};
struct ShowRoute {  // put into the address bar and the title
  std::string hash;
  std::string title;
  bool push = true;  // false replaces the current entry
};
struct Announce {  // for screen readers
  std::string text;
  bool assertive = false;
};
struct ShowTheme {  // the page's own parts (fields, browser chrome) follow the canvas; sent at Started and on each change
  bool dark = false;
};
struct PrintPage {};
struct ReloadPage {};

using Effect = std::variant<SendRequest, CancelRequest, LoadIndex, LoadPack, AppendRecord, KeepValue, MergeBackup, Download,
                            PickFile, CopyText, ShowRoute, Announce, ShowTheme, PrintPage, ReloadPage>;

// {"do":"send_request","request":{...},"timeout_ms":5000}, {"do":"cancel_request","id":..}, {"do":"load_pack",..} ...
base::Json to_json(const Effect& effect);

}  // namespace loopready::app
