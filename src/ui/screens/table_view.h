// A model table as the kit draws it.
// Here: plain and marked views.  Not here: the widget (ui/kit/table.h).
// The view borrows the table: it must live until drawn.
#pragma once

#include <string>

#include "model/table.h"
#include "model/verdict.h"
#include "ui/kit/table.h"

namespace loopready::screens {

kit::TableView table_view(std::string name, const model::Table& table, float max_height);

// Marks what differs: rows that should not be there, rows that are missing, cells with another value.
enum class Side { got, expected };
kit::TableView marked_view(std::string name, const model::Table& table, const model::Diff& diff, Side side, float max_height);

// Tab-separated, with a header line, for the clipboard.
std::string tab_separated(const model::Table& table);

}  // namespace loopready::screens
