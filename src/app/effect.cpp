#include "app/effect.h"

namespace loopready::app {

using base::Json;

namespace {

template <class T>
Json list(const std::vector<T>& all) {
  Json json = Json::array();
  for (const T& one : all) json.push_back(model::to_json(one));
  return json;
}

struct Write {
  Json operator()(const SendRequest& effect) const {
    return {{"do", "send_request"}, {"request", model::to_json(effect.request)}, {"timeout_ms", effect.timeout_ms}};
  }
  Json operator()(const CancelRequest& effect) const { return {{"do", "cancel_request"}, {"id", effect.id}}; }
  Json operator()(const LoadIndex&) const { return {{"do", "load_index"}}; }
  Json operator()(const LoadPack& effect) const { return {{"do", "load_pack"}, {"category", effect.category}}; }
  Json operator()(const AppendRecord& effect) const {
    return {{"do", "append_record"}, {"record", model::to_json(effect.record)}};
  }
  Json operator()(const KeepValue& effect) const { return {{"do", "keep_value"}, {"kept", model::to_json(effect.kept)}}; }
  Json operator()(const MergeBackup& effect) const {
    return {{"do", "merge_backup"}, {"records", list(effect.records)}, {"kept", list(effect.kept)}};
  }
  Json operator()(const Download& effect) const {
    return {{"do", "download"}, {"file_name", effect.file_name}, {"media_type", effect.media_type}, {"text", effect.text}};
  }
  Json operator()(const PickFile& effect) const { return {{"do", "pick_file"}, {"accept", effect.accept}}; }
  Json operator()(const CopyText& effect) const { return {{"do", "copy_text"}, {"text", effect.text}}; }
  Json operator()(const ShowRoute& effect) const {
    return {{"do", "show_route"}, {"hash", effect.hash}, {"title", effect.title}, {"push", effect.push}};
  }
  Json operator()(const Announce& effect) const {
    return {{"do", "announce"}, {"text", effect.text}, {"assertive", effect.assertive}};
  }
  Json operator()(const ShowTheme& effect) const { return {{"do", "show_theme"}, {"dark", effect.dark}}; }
  Json operator()(const PrintPage&) const { return {{"do", "print_page"}}; }
  Json operator()(const ReloadPage&) const { return {{"do", "reload_page"}}; }
};

}  // namespace

Json to_json(const Effect& effect) { return std::visit(Write{}, effect); }

}  // namespace loopready::app
