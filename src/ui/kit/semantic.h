// The semantic tree: what is on the canvas, for screen readers, keyboards, tests and find-in-page.
// Here: Role, SemanticNode, SemanticTree.  Not here: the widgets that fill it (widget files), the stream to the page
// (mirror_stream.h), the DOM that shows it (web/mirror.ts).
// Terms: rectangles are in device pixels of the canvas; an id is never 0 and stays the same from frame to frame.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loopready::kit {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
};
bool operator==(const Rect& a, const Rect& b);
Rect intersect(const Rect& a, const Rect& b);  // empty: w = h = 0

// The numbers travel to the page: append only.
enum class Role : std::uint8_t {
  none = 0,
  main = 1,
  navigation = 2,
  region = 3,
  group = 4,
  heading = 5,
  text = 6,  // one drawn line or a short label; a paragraph's lines share a paragraph node
  paragraph = 7,
  button = 8,
  link = 9,
  tab_list = 10,
  tab = 11,
  tab_panel = 12,
  list = 13,
  list_item = 14,
  table = 15,
  row = 16,
  column_header = 17,
  cell = 18,
  check_box = 19,
  radio_group = 20,
  radio = 21,
  slider = 22,
  separator = 23,  // a divider that can be moved
  progress_bar = 24,
  text_box = 25,   // the page lays a real field over it (text_host.h)
  dialog = 26,
  status = 27,
  image = 28,
  code = 29,
  scroll_area = 30,  // a region that scrolls and can take the focus when nothing inside can
};

enum Flag : std::uint32_t {
  kFocusable = 1u << 0,    // can have the focus
  kInTabOrder = 1u << 1,   // and Tab stops here
  kDisabled = 1u << 2,
  kChecked = 1u << 3,      // check_box, radio
  kSelected = 1u << 4,     // tab, row
  kExpandable = 1u << 5,
  kExpanded = 1u << 6,
  kPressable = 1u << 7,    // a button that stays down
  kPressed = 1u << 8,
  kCurrent = 1u << 9,      // the open screen in the navigation
  kModal = 1u << 10,
  kSortable = 1u << 11,    // column_header
  kSortedUp = 1u << 12,
  kSortedDown = 1u << 13,
  kArrowsAcross = 1u << 14,  // Left and Right mean something here
  kArrowsAlong = 1u << 15,   // Up and Down
  kHomeEnd = 1u << 16,
  kPageKeys = 1u << 17,
  kEscape = 1u << 18,
  kOffScreen = 1u << 19,   // outside what can be seen now; focusing scrolls it into view
  kSpaceAfter = 1u << 20,  // text: the line was broken at a space
  kFeedAfter = 1u << 21,   // text: the line ends at a line feed
};

struct SemanticNode {
  std::uint32_t id = 0;
  std::uint32_t parent = 0;  // 0: the root
  Role role = Role::none;
  std::uint32_t flags = 0;
  int level = 0;      // heading; text: its face (fonts.h)
  int position = 0;   // of n_set, from 1; 0: not said
  int n_set = 0;
  Rect rect;
  std::string name;
  std::string value;        // slider, progress_bar, separator in words; link: its address; text_box: its key
  std::string description;
  std::string shortcut;     // "Control+Enter", as aria-keyshortcuts spells it
};

class SemanticTree {
 public:
  void clear();
  // Adds a node below the innermost open one.
  SemanticNode& add(SemanticNode node);
  void open(SemanticNode node);  // later nodes are its children until close()
  void close();

  const std::vector<SemanticNode>& nodes() const { return nodes_; }  // parents before children, in drawing order
  SemanticNode* find(std::uint32_t id);
  const SemanticNode* find(std::uint32_t id) const;

 private:
  std::vector<SemanticNode> nodes_;
  std::vector<std::uint32_t> open_;
};

const char* role_name(Role role);  // "button", "tab", as ARIA says it where ARIA has it

}  // namespace loopready::kit
