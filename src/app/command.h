// Everything that can happen to the app: what the learner does and what the surroundings report.
// Here: Command, Commands, and reading the surroundings' reports from JSON.  Not here: what they change (app.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/route.h"
#include "base/json.h"
#include "model/message.h"
#include "model/record.h"

namespace loopready::app {

// --- by the learner, from screens ---
struct Go { Route route; };                     // a link, a button: pushes a history entry
struct ChangeFilter { Filter filter; };         // replaces the history entry
struct EditText { std::string key; std::string text; };  // a text field changed: "draft/<slug>", "search/practice"
struct PutNote { std::string key; std::string text; };   // a tool keeps something: "note/plan"
struct OpenNumbers { std::string key; };         // asks for a file whose text becomes the note
struct RunQuery { std::string slug; };
struct SubmitAnswer { std::string slug; };
struct ChooseOptions { std::string slug; std::string part; std::vector<std::string> choices; };  // all that are chosen now
struct OrderSteps { std::string slug; std::string part; std::vector<std::string> order; std::string moved; };  // all steps; the one just moved
struct TickPoint { std::string slug; std::string part; std::string point; bool on = false; };  // "I did say it"
struct NewNumbers { std::string slug; };        // the question once more, from another seed
struct CancelJob { std::string slug; };
struct ShowHint { std::string slug; };          // one more
struct AskQuestion { std::string slug; std::string ask; };  // of the interviewer, as the item spells it
struct SetWhiteboard { std::string slug; bool on = false; };  // no run and no completion until the answer is submitted
struct MeasureScale { std::string slug; };      // the draft on ever larger data
struct GiveUp { std::string slug; };            // shows the worked answer
struct ShowAnswer { std::string slug; };        // after solving
struct ChooseWorld { std::string slug; };       // of the playground
struct RunPlayground {};
struct CancelPlayground {};
struct StartSimulation { std::string scenario; base::Json parameters; };  // parameters hold "seed" and "n_runs" too
struct CancelSimulation {};
struct BeginFlight {};                          // another flight, from a new seed
struct ReadFlight { std::int64_t day = 0; };    // lets it run to that day; never back
struct ChooseForFlight { std::string call; std::string reason; };  // either may be empty: not chosen yet
struct DecideFlight {};                         // with what is chosen
struct OpenDataFile {};                         // asks for a file
struct SetColumnType { std::string table; std::size_t column = 0; std::string type; };
struct DropTable { std::string name; };
struct SaveResult {};                           // as CSV
struct SaveDatabase {};                         // as SQL
struct LoadPlayground { std::string sql; };     // from the history
struct ResetDraft { std::string slug; };
struct LoadSql { std::string slug; std::string sql; };  // puts a text into the editor, e.g. an alternative
struct SetSetting { std::string name; std::string value; };  // "theme": system|light|dark; "text_size_pct"; "split_share"
struct ExportBackup {};
struct ImportBackup {};                         // asks for a file
struct CopyTable { std::string text; };
struct SaveText { std::string file_name; std::string media_type; std::string text; };  // to a file
struct PrintScreen {};                          // the open screen on paper
struct DismissToast { std::int64_t id = 0; };
struct Reload {};
struct RetryLoading {};                         // what failed to load of the index and of the open exercise

// --- by the surroundings ---
struct Started { std::string seed; std::string hash; };  // seed: 32 random hex digits, for uuids
struct Tick { std::int64_t now_ms = 0; };
struct EnvironmentChanged {
  bool dark = false;
  bool reduced_motion = false;
  bool coarse_pointer = false;
  bool more_contrast = false;
  std::vector<std::uint32_t> forced_colours;  // eight, or none
};
struct StorageChanged {  // what the browser says of the room it gives
  bool persisted = false;  // it promised not to clear it by itself
  std::int64_t used_bytes = 0;
};
struct Copied { bool done = false; };           // what CopyText asked for
struct Refused { std::string why; };             // what the page could not take, in a sentence
struct AddressChanged { std::string hash; };    // Back, Forward, a typed address
struct IndexArrived { std::string text; };
struct IndexFailed { std::string text; };
struct PackArrived { std::string category; std::string text; };
struct PackFailed { std::string category; std::string text; };
struct Restored {
  std::vector<model::Record> records;
  std::vector<model::Kept> kept;
  std::int64_t n_damaged = 0;  // stored entries that could not be read and were left out
};
struct RecordKept { std::string uuid; };
struct BackupMerged { std::int64_t n_records = 0; };
struct StoreFailed { std::string text; };
struct FilePicked { std::string name; std::string text; std::string base64 = {}; };  // base64: the bytes of a file that is no text
struct EngineAnswered { model::Response response; };
struct EngineLost { base::Json id; std::string why; };  // "died", "time"
struct OfflineReady {};
struct UpdateReady {};

using Command =
    std::variant<Go, ChangeFilter, EditText, PutNote, OpenNumbers, ChooseOptions, OrderSteps, TickPoint, NewNumbers, RunQuery, SubmitAnswer,
                 CancelJob, ShowHint, AskQuestion, SetWhiteboard, MeasureScale, ChooseWorld, RunPlayground, CancelPlayground, StartSimulation,
                 CancelSimulation, BeginFlight, ReadFlight, ChooseForFlight, DecideFlight, OpenDataFile,
                 SetColumnType, DropTable, SaveResult, SaveDatabase, LoadPlayground, GiveUp, ShowAnswer, ResetDraft,
                 LoadSql, SetSetting, ExportBackup, ImportBackup, CopyTable, SaveText, PrintScreen, DismissToast, Reload, RetryLoading, Started,
                 Tick, EnvironmentChanged, StorageChanged, Copied, Refused, AddressChanged, IndexArrived, IndexFailed, PackArrived, PackFailed, Restored,
                 RecordKept, BackupMerged, StoreFailed, FilePicked, EngineAnswered, EngineLost, OfflineReady, UpdateReady>;
using Commands = std::vector<Command>;

// The surroundings' reports: {"is":"started","seed":..,"hash":..}, {"is":"tick","now_ms":..}, {"is":"environment_changed",..},
// {"is":"edit_text","key":..,"text":..} ... names are the types' in snake_case.
// Stored entries that cannot be read are left out of Restored and counted; an engine's answer that cannot be read becomes
// an answer with an error, so that its job ends. The answer may be given as an object or as the engine's own text.
// Errors: bad_input with a path such as "report/seed"; not_found for a name that is no report.
base::Result<Command> command_from_json(const base::Json& json);

}  // namespace loopready::app
