// The worker's side of the engine: request bytes in, response bytes out by callback.
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <string_view>

#include "engine/engine.h"
#include "engine/warm_up.h"

// Module.respond comes with the factory's options; it gets one response as JSON text.
EM_JS(void, lr_respond, (const char* bytes, int length), { Module["respond"](UTF8ToString(bytes, length)); });

// The bytes stay the caller's.
extern "C" EMSCRIPTEN_KEEPALIVE void lr_answer(const char* bytes, int length) {
  loopready::engine::answer(std::string_view(bytes, static_cast<std::size_t>(length)), [](const std::string& response) {
    lr_respond(response.data(), static_cast<int>(response.size()));
  });
}

// Nobody hears what it answers.
extern "C" EMSCRIPTEN_KEEPALIVE void lr_warm_up() {
  loopready::engine::answer(loopready::engine::warm_up_request(), [](const std::string&) {});
}
