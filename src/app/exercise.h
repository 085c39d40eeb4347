// One exercise at work: running, submitting, hints, the worked answer.
// Here: the jobs sent to the engine and what their answers change.  Not here: grading (engine), drawing (ui).
// Terms: one job at a time in an exercise; an answer counts only when its id is that of the job under way.
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::app {

constexpr int kRunTimeoutMs = 5'000;
constexpr int kScaleTimeoutMs = 120'000;
constexpr int kGradeTimeoutMs = 15'000;  // many datasets, and perhaps a search for the smallest one that differs

void edit_text(App& app, const EditText& edit);
void run_query(App& app, const std::string& slug);
void submit_answer(App& app, const std::string& slug);
void cancel_job(App& app, const std::string& slug);
void take_answer(App& app, const model::Response& response);
void lose_engine(App& app, const EngineLost& lost);

void measure_scale(App& app, const std::string& slug);
void ask_question(App& app, const std::string& slug, const std::string& ask);
void set_whiteboard(App& app, const std::string& slug, bool on);  // not once something was submitted in this sitting
void show_hint(App& app, const std::string& slug);
void give_up(App& app, const std::string& slug);
void show_answer(App& app, const std::string& slug);
void reset_draft(App& app, const std::string& slug);
void load_sql(App& app, const std::string& slug, const std::string& sql);

}  // namespace loopready::app
