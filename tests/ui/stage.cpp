#include "ui/stage.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>
#include <sstream>
#include <utility>

namespace loopready::ui_test {
namespace {

constexpr int kMostFrames = 40;

// Stands in for the graphics card: every texture that is asked for is there at once.
void serve_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates)
      texture->SetStatus(ImTextureStatus_OK);
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

void destroy_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

std::string described(Role role, std::string_view name) {
  return std::string(kit::role_name(role)) + " \"" + std::string(name) + "\"";
}

}  // namespace

std::string read_text(const std::string& path) {
  std::ifstream file(std::string(SOURCE_DIR) + "/" + path, std::ios::binary);
  CHECK_MESSAGE(file.good(), path << " can't be read");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const kit::FontBytes& fonts() {
  static const kit::FontBytes bytes = [] {
    const std::string google = "node_modules/@expo-google-fonts/";
    kit::FontBytes all;
    all.face[0] = read_text(google + "inter/400Regular/Inter_400Regular.ttf");
    all.face[1] = read_text(google + "inter/600SemiBold/Inter_600SemiBold.ttf");
    all.face[2] = read_text(google + "jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf");
    all.face[3] = read_text("node_modules/lucide-static/font/lucide.ttf");
    return all;
  }();
  return bytes;
}

Stage::Stage(std::function<void()> draw, Window of) : window(of), draw_(std::move(draw)) {
  kit::create(fonts());
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

Stage::~Stage() {
  destroy_textures();
  kit::destroy();
}

kit::View Stage::view() const {
  kit::View view;
  view.width_px = window.width * window.dpr;
  view.height_px = window.height * window.dpr;
  view.scale = window.dpr * window.text_scale * text_size_share();
  view.dark = dark();
  view.coarse_pointer = window.coarse_pointer;
  return view;
}

void Stage::draw_once() {
  before_frame();
  kit::begin_frame(view(), 1.0 / 60);
  draw_();
  kit::end_frame();
  serve_textures();
  ++n_drawn_;
  stream_.update(kit::semantics());
  if (const std::uint32_t id = kit::take_focus_request(); id != 0) {
    stream_.focus(id);
    focused_ = id;  // quietly: the page does not report back what the app asked for
  }
  CHECK_MESSAGE(page_.apply(stream_.words(), stream_.bytes()).empty(), "the mirror's stream makes no sense");
  stream_.taken();
  const std::string difference = page_.differs_from(kit::semantics());
  CHECK_MESSAGE(difference.empty(), difference);
  keep_focus();
}

void Stage::frame() {
  int still = 0;
  for (int i = 0; i < kMostFrames && still < 2; ++i) {
    const std::uint32_t focus_before = focused_;
    draw_once();
    const bool again = after_frame();
    still = again || kit::unsettled() || focused_ != focus_before ? 0 : still + 1;
  }
  CHECK_MESSAGE(still >= 2, "the screen never comes to rest");
}

// The page never loses the focus silently: it goes to the nearest thing around that can take it, else to the title.
void Stage::keep_focus() {
  const kit::SemanticTree& tree = kit::semantics();
  if (focused_ != 0 && tree.find(focused_) == nullptr) {
    std::uint32_t heir = 0;
    for (const std::uint32_t id : focus_chain_) {
      const SemanticNode* node = tree.find(id);
      if (node != nullptr && (node->flags & (kit::kFocusable | kit::kInTabOrder)) && heir == 0) heir = id;
    }
    for (const SemanticNode& node : tree.nodes())
      if (heir == 0 && node.role == Role::heading && node.level <= 2) heir = node.id;
    move_focus(heir, true);
  }
  focus_chain_.clear();
  for (const SemanticNode* node = tree.find(focused_); node != nullptr; node = tree.find(node->parent))
    focus_chain_.push_back(node->id);
}

void Stage::move_focus(std::uint32_t id, bool visible) {
  focused_ = id;
  kit::focus(id, visible);
  const SemanticNode* node = kit::semantics().find(id);
  if (node != nullptr && (node->flags & kit::kOffScreen)) kit::scroll_to(id);
}

void Stage::click(Role role, std::string_view name) {
  const SemanticNode before = the(role, name);
  // What is half below the window, or behind the navigation of a phone, is brought up, as a hand would.
  const bool low = before.rect.y + before.rect.h > (window.height - (window.coarse_pointer ? 64 : 0)) * window.dpr;
  if (low || (before.flags & kit::kOffScreen) != 0) {
    kit::scroll_to(the(role, name).id);
    frame();
  }
  const SemanticNode node = the(role, name);
  CHECK_MESSAGE((node.flags & kit::kOffScreen) == 0, described(role, name) << " can't be scrolled to");
  click_at(node.rect.x + node.rect.w / 2, node.rect.y + node.rect.h / 2);
}

void Stage::click_at(float x, float y) {
  kit::pointer_move(x, y, kit::PointerSource::mouse);
  frame();
  kit::pointer_button(true, 0, kit::PointerSource::mouse);
  if (focused_ != 0) move_focus(0, false);  // pressing takes the focus away; the pressed thing asks for it
  kit::pointer_button(false, 0, kit::PointerSource::mouse);
  frame();
}

void Stage::activate(Role role, std::string_view name) {
  kit::activate(the(role, name).id);
  frame();
}

bool Stage::press(std::string_view key, int mods) {
  const std::optional<SemanticNode> node = focused();
  const bool in_field = node && node->role == Role::text_box;
  if (node && !in_field && mods == 0 && (key == "Enter" || key == " ")) {
    if (!(node->flags & kit::kDisabled)) kit::activate(node->id);
    frame();
    return true;
  }
  const bool taken = kit::key_down(key, mods, focused_, in_field);
  frame();
  return taken;
}

void Stage::focus(std::uint32_t id) {
  move_focus(id, true);
  frame();
}

}  // namespace loopready::ui_test
