#include "app/app.h"

#include "app/backup.h"
#include "app/exercise.h"
#include "app/flight.h"
#include "app/guide.h"
#include "app/loading.h"
#include "app/navigation.h"
#include "app/note.h"
#include "app/playground.h"
#include "app/question.h"
#include "app/settings.h"
#include "app/simulation.h"
#include "app/storing.h"
#include "app/toast.h"

namespace loopready::app {
namespace {

// What each command changes stands in the file named after its subject.
struct Apply {
  App& app;

  void operator()(const Go& c) const { go(app, c.route); }
  void operator()(const ChangeFilter& c) const { change_filter(app, c.filter); }
  void operator()(const EditText& c) const { edit_text(app, c); }
  void operator()(const PutNote& c) const { put_note(app, c.key, c.text); }
  void operator()(const OpenNumbers& c) const {
    app.picking = c.key;
    app.effects.push_back(PickFile{".csv,.tsv,.txt,text/csv,text/tab-separated-values"});
  }
  void operator()(const ChooseOptions& c) const { choose_options(app, c); }
  void operator()(const OrderSteps& c) const { order_steps(app, c); }
  void operator()(const TickPoint& c) const { tick_point(app, c); }
  void operator()(const NewNumbers& c) const { new_numbers(app, c.slug); }
  void operator()(const RunQuery& c) const { run_query(app, c.slug); }
  void operator()(const SubmitAnswer& c) const { submit_answer(app, c.slug); }
  void operator()(const CancelJob& c) const { cancel_job(app, c.slug); }
  void operator()(const ShowHint& c) const { show_hint(app, c.slug); }
  void operator()(const AskQuestion& c) const { ask_question(app, c.slug, c.ask); }
  void operator()(const SetWhiteboard& c) const { set_whiteboard(app, c.slug, c.on); }
  void operator()(const MeasureScale& c) const { measure_scale(app, c.slug); }
  void operator()(const GiveUp& c) const { give_up(app, c.slug); }
  void operator()(const ShowAnswer& c) const { show_answer(app, c.slug); }
  void operator()(const ResetDraft& c) const { reset_draft(app, c.slug); }
  void operator()(const LoadSql& c) const { load_sql(app, c.slug, c.sql); }
  void operator()(const SetSetting& c) const { set_setting(app, c.name, c.value); }
  void operator()(const ExportBackup&) const { export_backup(app); }
  void operator()(const ImportBackup&) const {
    app.picking = "backup";
    app.effects.push_back(PickFile{".json,application/json"});
  }
  void operator()(const ChooseWorld& c) const { choose_world(app, c.slug); }
  void operator()(const RunPlayground&) const { run_playground(app); }
  void operator()(const CancelPlayground&) const { cancel_playground(app); }
  void operator()(const StartSimulation& c) const { start_simulation(app, c); }
  void operator()(const CancelSimulation&) const { cancel_simulation(app); }
  void operator()(const BeginFlight&) const { begin_flight(app); }
  void operator()(const ReadFlight& c) const { read_flight(app, c.day); }
  void operator()(const ChooseForFlight& c) const { choose_for_flight(app, c.call, c.reason); }
  void operator()(const DecideFlight&) const { decide_flight(app); }
  void operator()(const OpenDataFile&) const {
    app.picking = "table";
    app.effects.push_back(PickFile{".csv,.tsv,.txt,.sqlite,.sqlite3,.db,text/csv,text/tab-separated-values,application/vnd.sqlite3"});
  }
  void operator()(const SetColumnType& c) const { set_column_type(app, c.table, c.column, c.type); }
  void operator()(const DropTable& c) const { drop_table(app, c.name); }
  void operator()(const SaveResult&) const { save_result(app); }
  void operator()(const SaveDatabase&) const { save_database(app); }
  void operator()(const LoadPlayground& c) const { put_draft(app, "playground", c.sql); }
  void operator()(const CopyTable& c) const {
    app.effects.push_back(CopyText{c.text});
  }
  void operator()(const SaveText& c) const { app.effects.push_back(Download{c.file_name, c.media_type, c.text}); }
  void operator()(const PrintScreen&) const { app.effects.push_back(PrintPage{}); }
  void operator()(const DismissToast& c) const { dismiss_toast(app, c.id); }
  void operator()(const Reload&) const { app.effects.push_back(ReloadPage{}); }
  void operator()(const RetryLoading&) const { retry_loading(app); }

  void operator()(const Started& c) const { start(app, c); }
  void operator()(const Tick& c) const { tick(app, c.now_ms); }
  void operator()(const EnvironmentChanged& c) const { change_environment(app, c); }
  void operator()(const StorageChanged& c) const {
    app.storage.known = true;
    app.storage.persisted = c.persisted;
    app.storage.used_bytes = c.used_bytes;
  }
  void operator()(const Refused& c) const { show_toast(app, c.why, Tone::bad); }
  void operator()(const Copied& c) const {
    if (c.done) show_toast(app, "Copied.");
    else show_toast(app, "The browser did not allow copying.", Tone::bad);
  }
  void operator()(const AddressChanged& c) const { follow_address(app, c.hash); }
  void operator()(const IndexArrived& c) const { take_index(app, c.text); }
  void operator()(const IndexFailed& c) const { miss_index(app, c.text); }
  void operator()(const PackArrived& c) const { take_pack(app, c); }
  void operator()(const PackFailed& c) const { miss_pack(app, c.category, c.text); }
  void operator()(const Restored& c) const {
    restore(app, c);
    open_guide(app);
  }
  void operator()(const RecordKept& c) const { confirm_record(app, c.uuid); }
  void operator()(const BackupMerged&) const {}  // the toast came when memory had it; a failure says so by StoreFailed
  void operator()(const StoreFailed& c) const { report_store_failure(app, c.text); }
  void operator()(const FilePicked& c) const {
    if (app.picking == "table") open_data_file(app, c);
    else if (is_note(app.picking)) open_note_file(app, c);
    else import_backup(app, c);
  }
  void operator()(const EngineAnswered& c) const {
    if (!take_playground_answer(app, c.response) && !take_simulation_answer(app, c.response) && !take_flight_answer(app, c.response)) take_answer(app, c.response);
  }
  void operator()(const EngineLost& c) const {
    if (!lose_playground_engine(app, c) && !lose_simulation_engine(app, c) && !lose_flight_engine(app, c)) lose_engine(app, c);
  }
  void operator()(const OfflineReady&) const { app.offline_ready = true; }
  void operator()(const UpdateReady&) const { app.update_ready = true; }
};

template <class Map>
auto find_in(const Map& map, const std::string& key) -> const typename Map::mapped_type* {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void apply(App& app, const Command& command) { std::visit(Apply{app}, command); }

bool is_dark(const App& app) {
  return app.settings.theme == Theme::dark || (app.settings.theme == Theme::system && app.environment.dark);
}

std::string draft_of(const App& app, const std::string& slug) {
  if (const Text* text = find_in(app.texts, draft_key(slug))) return text->text;
  const model::PackedItem* packed = find_item(app, slug);
  return packed == nullptr ? "" : packed->item.start;
}

const model::PackedItem* find_item(const App& app, const std::string& slug) { return find_in(app.catalogue.items, slug); }

const model::Question* find_question(const App& app, const std::string& slug) { return find_in(app.catalogue.questions, slug); }

const model::IndexEntry* find_entry(const App& app, const std::string& slug) {
  for (const model::IndexEntry& entry : app.catalogue.index.items)
    if (entry.slug == slug) return &entry;
  return nullptr;
}

const Exercise* find_exercise(const App& app, const std::string& slug) { return find_in(app.exercises, slug); }

}  // namespace loopready::app
