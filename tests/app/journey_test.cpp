// Whole sittings through the one door, as the host drives it: reports as JSON in, effects as JSON out.
#include <doctest/doctest.h>

#include "app/catalogue.h"
#include "learner/today.h"
#include "flight_files.h"
#include "sitting.h"

using namespace loopready;
using namespace loopready::app;

namespace {

// What the surroundings would do with the effects: a store, and nothing else.
struct Host {
  App app;
  base::Json records = base::Json::array();
  std::map<std::string, base::Json> kept;
  std::vector<base::Json> requests;
  std::vector<std::string> packs;
  std::string title;
  base::Json downloads = base::Json::array();

  void report(const base::Json& json) {
    const auto command = command_from_json(json);
    REQUIRE_MESSAGE(command.ok(), base::to_text(json));
    act(command.value());
  }
  void act(const Command& command) {
    apply(app, command);
    std::vector<Effect> effects = std::move(app.effects);
    app.effects.clear();
    for (const Effect& effect : effects) carry_out(to_json(effect));
  }
  void carry_out(const base::Json& json) {
    const std::string name = json["do"].get<std::string>();
    if (name == "append_record") {
      records.push_back(json["record"]);
      act(RecordKept{json["record"]["uuid"].get<std::string>()});
    }
    if (name == "keep_value") kept[json["kept"]["key"].get<std::string>()] = json["kept"];
    if (name == "send_request") requests.push_back(json["request"]);
    if (name == "load_pack") packs.push_back(json["category"].get<std::string>());
    if (name == "show_route") title = json["title"].get<std::string>();
    if (name == "download") downloads.push_back(json);
  }
  void start(const std::string& hash, const std::string& seed) {
    report({{"is", "tick"}, {"now_ms", kNow}});
    report({{"is", "started"}, {"seed", seed}, {"hash", hash}});
  }
  void answer(const std::string& body) {
    report({{"is", "engine_answered"},
            {"response", {{"v", 1}, {"id", requests.back()["id"]}, {"last", true}, {"body", samples::json_of(body)}}}});
  }
  void restore_from(const Host& earlier) {
    base::Json all = base::Json::array();
    for (const auto& [key, one] : earlier.kept) all.push_back(one);
    report({{"is", "restored"}, {"records", earlier.records}, {"kept", all}});
  }
};

const std::string kSeedA(32, 'a'), kSeedB(32, 'b');

}  // namespace

TEST_CASE("from the first visit to a solved exercise, and the next day") {
  Host first;
  first.start("", kSeedA);
  first.report({{"is", "restored"}, {"records", base::Json::array()}, {"kept", base::Json::array()}});
  first.report({{"is", "index_arrived"}, {"text", samples::kIndex}});
  CHECK(learner::suggest(first.app.catalogue.index, first.app.log, kNow, 3)[0].item == "top-n");
  first.act(Go{{Place::exercise, "top-n", {}, ""}});
  CHECK(first.packs == std::vector<std::string>{"sql"});
  CHECK(first.title == "Top orders \u00B7 Loopready");
  first.report({{"is", "pack_arrived"}, {"category", "sql"}, {"text", samples::kPack}});
  first.report({{"is", "edit_text"}, {"key", "draft/top-n"}, {"text", "select id from orders"}});
  first.act(RunQuery{"top-n"});
  CHECK(first.requests.back()["body"]["tables"]["orders"]["rows"].size() == 1);
  first.answer(samples::kRunResult);
  CHECK(find_exercise(first.app, "top-n")->run.has_value());
  first.act(SubmitAnswer{"top-n"});
  first.answer(samples::kWrong);
  first.act(ShowHint{"top-n"});
  first.report({{"is", "tick"}, {"now_ms", kNow + 90'000}});
  first.act(SubmitAnswer{"top-n"});
  first.answer(samples::kRight);
  CHECK(first.app.log.stage("top-n") == learner::Stage::solved);
  CHECK(first.app.storage.n_unsaved == 0);
  CHECK(first.records.size() == 4);
  CHECK(first.records[3]["body"]["ms"] == 90'000);

  // Reload: the store and the content come in any order.
  for (const bool content_first : {true, false}) {
    Host second;
    second.start("#/item/top-n", kSeedB);
    if (!content_first) second.restore_from(first);
    second.report({{"is", "index_arrived"}, {"text", samples::kIndex}});
    second.report({{"is", "pack_arrived"}, {"category", "sql"}, {"text", samples::kPack}});
    if (content_first) second.restore_from(first);
    CHECK(state_of(second.app) == state_of(first.app));
    CHECK(draft_of(second.app, "top-n") == "select id from orders");
    CHECK(second.records.empty());
    CHECK(filtered(second.app, {"", "", "", "solved", ""}).size() == 1);
    CHECK(learner::suggest(second.app.catalogue.index, second.app.log, kNow, 3)[0].item == "anti-join");
  }
}

TEST_CASE("a backup carries a sitting to another machine") {
  Host first;
  first.start("#/item/top-n", kSeedA);
  first.report({{"is", "restored"}, {"records", base::Json::array()}, {"kept", base::Json::array()}});
  first.report({{"is", "index_arrived"}, {"text", samples::kIndex}});
  first.report({{"is", "pack_arrived"}, {"category", "sql"}, {"text", samples::kPack}});
  first.act(SetSetting{"theme", "dark"});
  first.act(LoadSql{"top-n", "select 1"});
  first.act(ExportBackup{});
  Host second;
  second.start("", kSeedB);
  second.report({{"is", "restored"}, {"records", base::Json::array()}, {"kept", base::Json::array()}});
  second.report({{"is", "file_picked"}, {"name", "b.json"}, {"text", first.downloads[0]["text"]}});
  second.report({{"is", "backup_merged"}, {"n_records", 1}});
  CHECK(state_of(second.app) == state_of(first.app));
}

TEST_CASE("any order of any commands leaves the app standing") {
  const std::vector<Command> commands = {
      Go{{Place::exercise, "top-n", {}, ""}},
      Go{{Place::exercise, "nothing", {}, ""}},
      Go{{Place::practice, "", {}, ""}},
      ChangeFilter{{"sql", "", "", "", "x"}},
      EditText{"draft/top-n", "select 1"},
      EditText{"search/practice", "a"},
      RunQuery{"top-n"},
      SubmitAnswer{"top-n"},
      CancelJob{"top-n"},
      ShowHint{"top-n"},
      GiveUp{"top-n"},
      ShowAnswer{"top-n"},
      AskQuestion{"top-n", "Ties?"},
      SetWhiteboard{"top-n", true},
      MeasureScale{"top-n"},
      ChooseWorld{"shop"},
      RunPlayground{},
      CancelPlayground{},
      OpenDataFile{},
      PutNote{"note/plan", "{}"},
      OpenNumbers{"note/lab/multiple"},
      ChooseOptions{"top-n", "verdict", {"ship"}},
      OrderSteps{"top-n", "order", {"a", "b"}, "a"},
      TickPoint{"top-n", "text", "point", true},
      NewNumbers{"top-n"},
      StartSimulation{"peeking", {{"seed", 1}, {"n_runs", 10}}},
      CancelSimulation{},
      AddressChanged{"#/flight"},
      PackArrived{"flights", samples::flights_text()},
      BeginFlight{},
      ReadFlight{3},
      ChooseForFlight{"ship", "gain"},
      DecideFlight{},
      SaveText{"notes.txt", "text/plain", "x"},
      PrintScreen{},
      SetColumnType{"f", 0, "date"},
      DropTable{"f"},
      SaveResult{},
      SaveDatabase{},
      LoadPlayground{"select 1"},
      ResetDraft{"top-n"},
      LoadSql{"top-n", "x"},
      SetSetting{"theme", "dark"},
      ExportBackup{},
      ImportBackup{},
      CopyTable{"x"},
      DismissToast{1},
      Reload{},
      RetryLoading{},
      Started{"x", "#/item/top-n"},
      Tick{kNow},
      EnvironmentChanged{true, false, false, false, {}},
      StorageChanged{true, 1},
      Copied{true},
      Refused{"That is too much."},
      AddressChanged{"#/item/anti-join"},
      IndexArrived{samples::kIndex},
      IndexArrived{"{"},
      IndexFailed{"x"},
      PackArrived{"sql", samples::kPack},
      PackArrived{"sql", "["},
      PackFailed{"sql", "x"},
      Restored{{{"u9", 1, "hint", "top-n", 1, {{"n", 99}}}}, {{"draft/top-n", 3, "y"}}, 1},
      RecordKept{"x"},
      BackupMerged{1},
      StoreFailed{"x"},
      FilePicked{"f", "x"},
      EngineAnswered{{1, true, samples::json_of(samples::kRight)}},
      EngineAnswered{{2, true, samples::json_of(samples::kRunResult)}},
      EngineLost{1, "time"},
      OfflineReady{},
      UpdateReady{},
  };
  CHECK(commands.size() >= std::variant_size_v<Command>);
  std::uint64_t state = 7;
  std::set<std::size_t> kinds;
  std::size_t n_effects = 0;
  for (int round = 0; round < 60; ++round) {
    App app;
    for (int step = 0; step < 120; ++step) {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17;
      const Command& command = commands[state % commands.size()];
      kinds.insert(command.index());
      const std::size_t n_records = app.log.records().size();
      apply(app, command);
      n_effects += app.effects.size();
      for (const Effect& effect : app.effects) CHECK(to_json(effect).contains("do"));
      app.effects.clear();
      CHECK(app.log.records().size() >= n_records);  // nothing learnt is ever lost
      CHECK(app.storage.n_unsaved == static_cast<std::int64_t>(app.storage.unsaved.size()));
      CHECK(app.toasts.size() <= 4);
      if (find_exercise(app, "top-n") != nullptr && find_exercise(app, "top-n")->answer_shown)
        CHECK((app.log.status("top-n").solved || app.log.status("top-n").gave_up));
    }
  }
  CHECK(kinds.size() == std::variant_size_v<Command>);
  CHECK(n_effects > 1'000);
}
