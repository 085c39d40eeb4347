// The page without a page: draws with the kit natively and acts on what stands there, as a learner does.
// Here: Stage.  Not here: the app on a stage (driver.h), what must hold of every screen (checks.h).
// Terms: measures given here are CSS pixels; nodes carry device pixels. Names are matched exactly.
// A stage keeps a Page in step with the semantic tree through the same stream the browser gets, and checks it every frame.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/frame.h"
#include "ui/kit/mirror_stream.h"
#include "ui/page.h"

namespace loopready::ui_test {

using kit::Role;
using kit::SemanticNode;

std::string read_text(const std::string& path);  // below the project's folder; fails the test when it can't
const kit::FontBytes& fonts();

struct Window {
  float width = 1280, height = 720;  // CSS pixels
  float dpr = 1;
  float text_scale = 1;
  bool dark = false;
  bool coarse_pointer = false;
};

class Stage {
 public:
  explicit Stage(std::function<void()> draw, Window window = {});
  virtual ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  Window window;

  void frame();       // draws until nothing moves by itself
  void draw_once();   // one frame only
  int n_drawn() const { return n_drawn_; }

  const std::vector<SemanticNode>& nodes() const { return kit::semantics().nodes(); }
  std::optional<SemanticNode> find(Role role, std::string_view name) const;  // the first one
  SemanticNode the(Role role, std::string_view name) const;                  // fails the test unless there is exactly one
  std::vector<SemanticNode> all(Role role) const;
  std::vector<SemanticNode> below(std::uint32_t id) const;  // in order
  std::vector<std::string> names(Role role) const;
  bool says(std::string_view text) const;  // somewhere among names, lines of a paragraph joined by spaces
  std::string all_text() const;
  std::string dump() const;  // role, name, state, indented

  void click(Role role, std::string_view name);  // with the mouse, at its middle; scrolled to before
  void click_at(float x, float y);               // device pixels
  void activate(Role role, std::string_view name);  // as assistive technology does
  void tab();
  void shift_tab();
  void tab_to(Role role, std::string_view name);  // as many tabs as it takes; fails the test when it is never met
  std::vector<std::string> tab_order();           // names, from the first, each once
  // Enter and Space press the focused thing, other keys go to the kit. False when nobody wanted the key.
  bool press(std::string_view key, int mods = 0);
  void focus(std::uint32_t id);
  std::optional<SemanticNode> focused() const;
  const Page& page() const { return page_; }

 protected:
  virtual void before_frame() {}
  virtual bool after_frame() { return false; }  // true: draw again
  virtual float text_size_share() const { return 1; }
  virtual bool dark() const { return window.dark; }

 private:
  kit::View view() const;
  std::vector<SemanticNode> tab_stops() const;
  void step_focus(int by);
  void keep_focus();
  void move_focus(std::uint32_t id, bool visible);

  std::function<void()> draw_;
  kit::MirrorStream stream_;
  Page page_;
  std::uint32_t focused_ = 0;
  std::vector<std::uint32_t> focus_chain_;  // the focused node and those around it, as last drawn
  int n_drawn_ = 0;
};

}  // namespace loopready::ui_test
