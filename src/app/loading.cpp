#include "app/loading.h"

#include "app/flight.h"
#include "app/guide.h"
#include "app/navigation.h"
#include "app/playground.h"
#include "app/toast.h"

namespace loopready::app {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

Result<model::Index> read_index(const std::string& text) {
  LR_TRY(auto json, base::parse_json(text, "index"));
  return model::index_from_json(json, "index");
}

Result<model::Pack> read_pack(const PackArrived& arrived) {
  const std::string where = "pack " + arrived.category;
  LR_TRY(auto json, base::parse_json(arrived.text, where));
  LR_TRY(auto pack, model::pack_from_json(json, where));
  if (pack.category != arrived.category)
    return Error{ErrorKind::bad_input, where + "/category", "This is the pack \"" + pack.category + "\"."};
  return pack;
}

constexpr const char* kWhatNow = " Check your connection and try again. Nothing you did is lost.";

}  // namespace

void load_pack(App& app, const std::string& category) {
  Loading& state = app.catalogue.pack_state[category];
  if (state == Loading::under_way || state == Loading::done) return;
  state = Loading::under_way;
  app.catalogue.pack_error.erase(category);
  app.effects.push_back(LoadPack{category});
}

void retry_loading(App& app) {
  if (app.catalogue.index_state == Loading::failed) {
    app.catalogue.index_state = Loading::under_way;
    app.catalogue.index_error.clear();
    app.effects.push_back(LoadIndex{});
  }
  open_exercise(app);
  open_guide(app);
  open_flight(app);
}

void take_index(App& app, const std::string& text) {
  auto index = read_index(text);
  if (!index.ok()) {
    miss_index(app, "It arrived damaged: " + base::describe(index.error()));
    return;
  }
  app.catalogue.index_state = Loading::done;
  app.catalogue.index_error.clear();
  app.catalogue.index = std::move(index).value();
  if (app.route.place == Place::exercise) refresh_title(app);
  refresh_filter(app);
  open_exercise(app);
  open_playground(app);
}

void miss_index(App& app, const std::string& why) {
  if (app.catalogue.index_state == Loading::done) return;  // an earlier one still serves
  app.catalogue.index_state = Loading::failed;
  app.catalogue.index_error = "The list of exercises could not be loaded. " + why + kWhatNow;
  announce(app, app.catalogue.index_error);
}

void take_pack(App& app, const PackArrived& arrived) {
  if (arrived.category == kGuidePack) {
    take_guide(app, arrived.text);
    return;
  }
  if (arrived.category == kFlightsPack) {
    take_flights(app, arrived.text);
    return;
  }
  auto pack = read_pack(arrived);
  if (!pack.ok()) {
    miss_pack(app, arrived.category, "They arrived damaged: " + base::describe(pack.error()));
    return;
  }
  app.catalogue.pack_state[arrived.category] = Loading::done;
  app.catalogue.pack_error.erase(arrived.category);
  for (model::World& world : pack.value().worlds) app.catalogue.worlds[world.slug] = std::move(world);
  for (model::PackedItem& packed : pack.value().items) app.catalogue.items[packed.item.slug] = std::move(packed);
  for (model::Question& question : pack.value().questions)
    app.catalogue.questions[question.slug] = std::move(question);
  open_exercise(app);
}

void miss_pack(App& app, const std::string& category, const std::string& why) {
  if (category == kGuidePack) {
    miss_guide(app, why);
    return;
  }
  if (category == kFlightsPack) {
    miss_flights(app, why);
    return;
  }
  if (app.catalogue.pack_state[category] == Loading::done) return;
  app.catalogue.pack_state[category] = Loading::failed;
  app.catalogue.pack_error[category] = "The exercises could not be loaded. " + why + kWhatNow;
  announce(app, app.catalogue.pack_error[category]);
}

}  // namespace loopready::app
