#include "ui/kit/table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/kit/context.h"
#include "ui/kit/icons.h"
#include "ui/kit/layout.h"

namespace loopready::kit {
namespace {

constexpr float kCellSize = kSmall;
constexpr int kMeasuredRows = 60;

struct Grid {
  std::vector<float> widths;
  float pad = 0, head_h = 0, row_h = 0, total_w = 0;
};

Grid measure(const TableView& view) {
  Grid grid;
  grid.pad = px(10);
  bool notes = false;
  for (const TableColumn& column : view.columns) notes |= !column.note.empty();
  grid.head_h = std::max(px(notes ? 42 : 30), view.sortable && coarse_pointer() ? row_height() : 0);
  grid.row_h = px(coarse_pointer() ? 36 : 28);
  for (std::size_t column = 0; column < view.columns.size(); ++column) {
    const TableColumn& head = view.columns[column];
    float width = text_size(Face::semibold, kCellSize, head.name).x + px(view.sortable ? 16 : 0);
    width = std::max(width, text_size(Face::regular, kCellSize - 1, head.note).x);
    for (int row = 0; row < std::min(view.n_rows, kMeasuredRows); ++row)
      width = std::max(width, text_size(Face::mono, kCellSize, view.cell(row, static_cast<int>(column)).text).x);
    width = std::min(width, px(460)) + 2 * grid.pad;
    grid.widths.push_back(std::ceil(width));
  }
  grid.total_w = std::accumulate(grid.widths.begin(), grid.widths.end(), 0.0f);
  return grid;
}

// A narrow table takes the room it needs; a nearly full one fills the line.
void fill(Grid& grid, float room) {
  if (grid.widths.empty() || grid.total_w >= room || grid.total_w < room * 0.8f) return;
  const float more = std::floor((room - grid.total_w) / static_cast<float>(grid.widths.size()));
  for (float& width : grid.widths) width += more;
  grid.total_w += more * static_cast<float>(grid.widths.size());
}

std::vector<int> sorted_rows(const TableView& view, const TableLook& look) {
  std::vector<int> order(static_cast<std::size_t>(view.n_rows));
  std::iota(order.begin(), order.end(), 0);
  if (look.sorted_by < 0 || look.sorted_by >= static_cast<int>(view.columns.size())) return order;
  std::vector<TableCell> keys;
  keys.reserve(order.size());
  for (int row = 0; row < view.n_rows; ++row) keys.push_back(view.cell(row, look.sorted_by));
  const bool numeric = view.columns[static_cast<std::size_t>(look.sorted_by)].numeric;
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    const TableCell& left = keys[static_cast<std::size_t>(a)];
    const TableCell& right = keys[static_cast<std::size_t>(b)];
    if (left.null != right.null) return right.null;
    if (numeric) return look.down ? left.number > right.number : left.number < right.number;
    return look.down ? left.text > right.text : left.text < right.text;
  });
  return order;
}

// Where a cell's text stands, cut to the cell.
ImRect text_box(const TableCell& cell, const ImRect& box, float pad, bool numeric) {
  const float width = text_size(Face::mono, kCellSize, cell.text).x;
  const float x = numeric ? std::max(box.Max.x - pad - width, box.Min.x + pad) : box.Min.x + pad;
  return ImRect(x, box.Min.y, std::min(x + std::max(width, 1.0f), box.Max.x - pad / 2), box.Max.y);
}

void draw_cell(const TableCell& cell, const ImRect& box, const ImRect& text, float pad) {
  const Palette& p = *context().colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (cell.marked) {
    list->AddRectFilled(box.Min, box.Max, tone_soft(p, cell.tone));
    list->AddRectFilled(box.Min, {box.Min.x + px(3), box.Max.y}, tone_colour(p, cell.tone));  // not by colour alone
  }
  const ImVec2 extent = text_size(Face::mono, kCellSize, cell.text);
  list->PushClipRect(box.Min, {box.Max.x - pad / 2, box.Max.y}, true);
  draw_text(Face::mono, kCellSize, {text.Min.x, box.Min.y + (box.GetHeight() - extent.y) / 2},
            cell.null ? p.quiet : tone_colour(p, cell.tone), cell.text);
  list->PopClipRect();
}

void body(const TableView& view, const Grid& grid, const std::vector<int>& order, ImVec2 origin) {
  Context& c = context();
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (int at = 0; at < view.n_rows; ++at) {
    const int row = order[static_cast<std::size_t>(at)];
    const float top = origin.y + grid.row_h * static_cast<float>(at);
    const ImRect line(origin.x, top, origin.x + grid.total_w, top + grid.row_h);
    SemanticNode node;
    node.id = make_id("row " + std::to_string(at));
    node.role = Role::row;
    node.rect = to_rect(line);
    c.tree.open(std::move(node));
    const bool shown = visible(line);
    if (shown && at > 0)
      list->AddRectFilled(line.Min, {line.Max.x, line.Min.y + std::max(1.0f, px(1))}, c.colours->line);
    float x = origin.x;
    for (std::size_t column = 0; column < view.columns.size(); ++column) {
      const ImRect box(x, top + (at > 0 ? std::max(1.0f, px(1)) : 0), x + grid.widths[column], line.Max.y);
      TableCell cell = view.cell(row, static_cast<int>(column));
      const ImRect text = text_box(cell, box, grid.pad, view.columns[column].numeric);
      if (shown) draw_cell(cell, box, text, grid.pad);
      SemanticNode one;
      one.id = make_id("cell " + std::to_string(at) + " " + std::to_string(column));
      one.role = Role::cell;
      one.name = std::move(cell.text);
      if (cell.marked) one.description = std::move(cell.mark);
      report(text, std::move(one));  // the page lays real text over it
      x += grid.widths[column];
    }
    c.tree.close();
  }
}

void head(const TableView& view, TableLook& look, const Grid& grid, ImVec2 origin) {
  Context& c = context();
  const Palette& p = *c.colours;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImRect whole(origin.x, origin.y, origin.x + std::max(grid.total_w, ImGui::GetWindowWidth()), origin.y + grid.head_h);
  list->AddRectFilled(whole.Min, whole.Max, p.raised);
  float x = origin.x;
  for (std::size_t column = 0; column < view.columns.size(); ++column) {
    const TableColumn& one = view.columns[column];
    const ImRect box(x, origin.y, x + grid.widths[column], origin.y + grid.head_h);
    const bool sorted = look.sorted_by == static_cast<int>(column);
    SemanticNode node;
    node.id = make_id("head " + std::to_string(column));
    node.role = Role::column_header;
    node.name = one.name;
    node.description = one.note;
    Behaviour behaviour;
    if (view.sortable) {
      node.flags = kInTabOrder | kSortable | (sorted ? (look.down ? kSortedDown : kSortedUp) : 0u);
      behaviour = interact(box, std::move(node));
      if (behaviour.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    } else {
      report(box, std::move(node));
    }
    if (behaviour.pressed) {
      if (!sorted) look = {static_cast<int>(column), false};
      else if (!look.down) look.down = true;
      else look = {};
    }
    const float name_w = text_size(Face::semibold, kCellSize, one.name).x;
    const float name_h = line_height(kCellSize);
    const float note_h = one.note.empty() ? 0 : line_height(kCellSize - 1);
    const float top = box.Min.y + std::round((grid.head_h - name_h - note_h) / 2);
    const float arrow_w = view.sortable ? px(14) : 0;
    const float left = one.numeric ? box.Max.x - grid.pad - name_w : box.Min.x + grid.pad;
    draw_text(Face::semibold, kCellSize, {left, top}, sorted || behaviour.hovered ? p.accent : p.text, one.name);
    if (sorted)
      draw_icon(look.down ? icon::kChevronDown : icon::kChevronUp, kCellSize,
                {one.numeric ? left - arrow_w : left + name_w + px(2), top}, p.accent);
    if (note_h > 0)
      draw_text(Face::regular, kCellSize - 1,
                {one.numeric ? box.Max.x - grid.pad - text_size(Face::regular, kCellSize - 1, one.note).x : left, top + name_h},
                p.quiet, one.note);
    if (behaviour.focused) focus_ring(box, 2, true);
    x += grid.widths[column];
  }
  list->AddRectFilled({whole.Min.x, whole.Max.y - std::max(1.0f, px(1))}, whole.Max, p.line);
}

}  // namespace

void table(const TableView& view, TableLook& look) {
  Context& c = context();
  const float available = available_width();
  Grid grid = measure(view);
  const std::vector<int> order = sorted_rows(view, look);
  const float content_h = grid.head_h + grid.row_h * static_cast<float>(view.n_rows);
  const float most_h = std::max(px(view.max_height), grid.head_h + grid.row_h * 2);
  const float beside_w = 2 + (content_h > most_h ? px(10) : 0);  // the border, and a scroll bar
  fill(grid, available - beside_w);
  const float scroll_h = grid.total_w + beside_w > available ? px(10) : 0;
  const float height = (content_h > most_h ? most_h : content_h + scroll_h) + 2;
  const float width = std::min(grid.total_w + beside_w, available);
  const ImRect box = place(width, height);
  ImDrawList* outer = ImGui::GetWindowDrawList();
  outer->AddRectFilled(box.Min, box.Max, c.colours->surface, px(4));

  ImGui::PushID(view.name.c_str());
  ImGui::SetCursorScreenPos({box.Min.x + 1, box.Min.y + 1});
  ImGui::BeginChild("table", {box.GetWidth() - 2, box.GetHeight() - 2}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImVec2 origin = window->DC.CursorStartPos;
  SemanticNode node;
  const std::uint32_t id = node.id = make_id("table");
  node.role = Role::table;
  node.name = view.name;
  node.rect = to_rect(box);
  if (window->ScrollMax.y > 0 || window->ScrollMax.x > 0)
    node.flags = kFocusable | kInTabOrder | kArrowsAlong | kArrowsAcross | kPageKeys | kHomeEnd;
  c.tree.open(std::move(node));
  for (std::string key = take_key(id); !key.empty(); key = take_key(id)) {
    const float page = window->InnerRect.GetHeight() * 0.8f;
    float y = window->Scroll.y, x = window->Scroll.x;
    if (key == "ArrowDown") y += grid.row_h;
    if (key == "ArrowUp") y -= grid.row_h;
    if (key == "PageDown") y += page;
    if (key == "PageUp") y -= page;
    if (key == "Home") y = 0;
    if (key == "End") y = window->ScrollMax.y;
    if (key == "ArrowRight") x += px(60);
    if (key == "ArrowLeft") x -= px(60);
    ImGui::SetScrollY(window, std::clamp(y, 0.0f, window->ScrollMax.y));
    ImGui::SetScrollX(window, std::clamp(x, 0.0f, window->ScrollMax.x));
  }

  // The head stays at the top: reported first, drawn last.
  SemanticNode head_row;
  head_row.id = make_id("head");
  head_row.role = Role::row;
  head_row.rect = {origin.x, window->Pos.y, grid.total_w, grid.head_h};
  ImDrawListSplitter splitter;
  splitter.Split(window->DrawList, 2);
  splitter.SetCurrentChannel(window->DrawList, 1);
  c.tree.open(std::move(head_row));
  head(view, look, grid, {origin.x, window->Pos.y});
  c.tree.close();
  splitter.SetCurrentChannel(window->DrawList, 0);
  body(view, grid, order, {origin.x, origin.y + grid.head_h});
  splitter.Merge(window->DrawList);
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({grid.total_w, content_h});
  c.tree.close();
  ImGui::EndChild();
  ImGui::PopID();
  outer->AddRect(box.Min, box.Max, c.colours->line, px(4), 0, std::max(1.0f, px(1)));
  if (c.focused == id && c.focus_visible) focus_ring(box, 4);
}

}  // namespace loopready::kit
