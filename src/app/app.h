// The state of the program and the one door that changes it.
// Here: App, apply.  Not here: pixels (ui), what happens outside (effect.h), how the record is read (learner).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/effect.h"
#include "app/route.h"
#include "learner/attempt_log.h"
#include "model/answer.h"
#include "model/flight.h"
#include "model/guide.h"
#include "model/pack.h"
#include "model/run.h"
#include "model/scale.h"
#include "model/verdict.h"

namespace loopready::app {

enum class Theme { system, light, dark };

struct Settings {
  Theme theme = Theme::system;
  int text_size_pct = 100;    // 80 to 200
  double split_share = 0.44;  // width of the exercise's left pane, 0.25 to 0.75
  bool single_keys = true;    // shortcuts of one key without a modifier, such as "?"
};

// What the reader's system asks for.
struct Environment {
  bool dark = false;
  bool reduced_motion = false;
  bool coarse_pointer = false;
  bool more_contrast = false;
  // Colours the system forces on every page, 0xRRGGBB: canvas, text, link, button, button text, highlight, highlight text,
  // grey text; empty when it forces none.
  std::vector<std::uint32_t> forced_colours;
};

// A text field's content. The revision rises when the program, not the typing, changed it.
struct Text {
  std::string text;
  std::int64_t revision = 0;
};

enum class Loading { not_asked, under_way, done, failed };

struct Catalogue {
  Loading index_state = Loading::under_way;
  std::string index_error;
  model::Index index;
  std::map<std::string, Loading> pack_state;       // by pack
  std::map<std::string, std::string> pack_error;   // by pack
  std::map<std::string, model::PackedItem> items;  // by slug
  std::map<std::string, model::Question> questions;  // by slug
  std::map<std::string, model::World> worlds;      // by slug
  Loading guide_state = Loading::not_asked;
  std::string guide_error;
  model::Guide guide;  // asked for when a screen that needs it opens
};

enum class Job { none, run, grade, scale, read, make };

// One exercise as the learner left it in this sitting.
struct Exercise {
  Job job = Job::none;
  std::int64_t request_id = 0;
  std::int64_t job_since_ms = 0;
  std::optional<model::RunResult> run;
  std::optional<model::Verdict> verdict;
  Job latest = Job::none;     // which of the two was answered last
  std::string failure;        // the engine could not answer: a sentence, else empty
  std::string asked_sql;      // what the latest job was asked with
  bool answer_shown = false;
  bool whiteboard = false;
  std::vector<model::ScalePoint> scale;  // as far as measured
  std::string growth, answer_growth;     // once all is
  std::int64_t opened_ms = 0;
  // Of a question:
  bool as_written = false;              // it can be shown as it is
  std::optional<model::Question> made;  // else with its numbers filled in
  std::int64_t seed = 0;                // which ones
  std::vector<model::PartAnswer> asked_answers;  // what the latest grading was asked with
  std::int64_t asked_seed = 0;
  bool revising = false;                // that grading only counts the learner's own ticks
};

// A table from a file of the learner's own: as it is read now, and the texts it came from, so that types can be changed.
struct OpenedTable {
  std::string name;
  model::Table table;
  std::vector<std::vector<std::string>> texts;  // by column
};

struct Playground {
  std::string world;  // slug
  std::vector<OpenedTable> opened;
  Job job = Job::none;
  std::int64_t request_id = 0;
  std::int64_t job_since_ms = 0;
  std::string asked_sql;
  std::string reading;  // the name of the SQLite file that is being read
  std::optional<model::RunResult> run;
  std::string failure;
};

// The latest simulation any tool asked for (simulation.h).
struct Simulation {
  std::string scenario;
  base::Json parameters;    // with "seed" and "n_runs"
  bool under_way = false;
  std::int64_t request_id = 0;
  std::int64_t since_ms = 0;
  double share_done = 0;    // 0 to 1
  base::Json answer;        // as far as known; null before the first progress
  bool done = false;        // the answer is whole
  std::string failure;      // a sentence, else empty
};

// The flight desk: what the engine said of the flight that the note names (flight.h).
struct FlightDesk {
  Loading briefs_state = Loading::not_asked;
  std::string briefs_error;
  std::vector<model::FlightBrief> briefs;
  std::optional<model::FlightReadout> readout;
  std::optional<model::FlightDebrief> debrief;
  std::int64_t read_seed = -1, read_day = -1;  // what the readout is of
  bool under_way = false;
  std::int64_t request_id = 0;
  std::int64_t asked_seed = -1;
  bool deciding = false;  // the request under way decides
  std::string failure;    // a sentence, else empty
};

struct Toast {
  std::int64_t id = 0;
  std::string text;
  bool bad = false;
  std::int64_t until_ms = 0;
};

struct Storage {
  bool restored = false;
  std::set<std::string> unsaved;  // uuids of records not yet confirmed
  std::int64_t n_unsaved = 0;     // how many
  std::string failure;            // what storing said last, empty when fine
  bool known = false;             // whether the browser said the following
  bool persisted = false;         // it promised not to clear the data by itself
  std::int64_t used_bytes = 0;
};

struct App {
  std::int64_t now_ms = 0;
  Route route;
  Settings settings;
  Environment environment;
  Catalogue catalogue;
  learner::AttemptLog log;
  std::map<std::string, model::Kept> kept;    // by key: the latest drafts and settings as they are stored
  std::map<std::string, Text> texts;          // by key: "draft/<slug>", "draft/<slug>/<part>", "search/practice"
  std::map<std::string, Exercise> exercises;  // by slug
  Playground playground;
  Simulation simulation;
  FlightDesk flight;
  std::string picking;  // what the file asked for is: "backup" or "table"
  std::vector<Toast> toasts;
  Storage storage;
  std::string widened_from;  // the target level that Practice was asked to look beyond in this sitting
  bool offline_ready = false;
  bool update_ready = false;
  std::int64_t backup_at_ms = 0;  // latest export, 0: never

  std::string seed;  // for uuids
  std::int64_t n_uuids = 0;
  std::int64_t n_requests = 0;
  std::int64_t n_seeds = 0;
  std::int64_t n_toasts = 0;
  std::vector<Effect> effects;  // taken by the host after each round
};

// The only writer of state. Pure but for what it is given: the clock is Tick, chance is Started.
void apply(App& app, const Command& command);

bool is_dark(const App& app);
// The editor's text for an item: the draft, else what the item starts with.
std::string draft_of(const App& app, const std::string& slug);
const model::PackedItem* find_item(const App& app, const std::string& slug);
const model::Question* find_question(const App& app, const std::string& slug);  // as written: without the numbers of a seed
const model::IndexEntry* find_entry(const App& app, const std::string& slug);
const Exercise* find_exercise(const App& app, const std::string& slug);

}  // namespace loopready::app
