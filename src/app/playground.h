// Free SQL: on any world's data, on the learner's own files, on the learner's own record.
// Here: the tables at hand, opening a file, running, saving, the history.  Not here: drawing (ui), running (engine).
// Terms: a table of one's own lives in memory only and is never stored or sent anywhere.
// Errors: sentences in Playground::failure or a toast; nothing at hand is lost.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/app.h"

namespace loopready::app {

inline constexpr const char* kPlaygroundDraft = "draft/playground";

// The worlds that have exercises, by slug, with the pack that holds each.
std::vector<std::pair<std::string, std::string>> playground_worlds(const App& app);
// World tables (the fullest sample of each), opened tables, then "my_attempts".
std::vector<std::pair<std::string, model::Table>> playground_tables(const App& app);

void open_playground(App& app);  // loads what the chosen world needs
void choose_world(App& app, const std::string& slug);
void run_playground(App& app);
void cancel_playground(App& app);
// True when the response was the playground's.
bool take_playground_answer(App& app, const model::Response& response);
bool lose_playground_engine(App& app, const EngineLost& lost);

void open_data_file(App& app, const FilePicked& file);
// "integer", "numeric", "varchar", "date", "timestamp" or "boolean"; refused with a sentence when a value does not fit.
void set_column_type(App& app, const std::string& table, std::size_t column, const std::string& type);
void drop_table(App& app, const std::string& name);
void save_result(App& app);
void save_database(App& app);
std::vector<std::string> playground_history(const App& app);  // latest first

// What every value of a column can be read as; the narrowest.
std::string guessed_type(const std::vector<std::string>& values);

}  // namespace loopready::app
