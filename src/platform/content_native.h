// The content folder on disk: worlds, items, the guide and the flights, read and named.
// Here: Content, read_content.  Not here: what items promise (engine/audit), the page's packs (model/pack.h).
// Errors: not_found for a folder or file, bad_input with file and path for what can't be read.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/audit.h"
#include "model/item.h"
#include "model/world.h"

namespace loopready::platform {

// Reads worlds/*.json, items/<category>/*.json, guide/ and flights.json; files that can't be read stand in `unreadable`.
base::Result<engine::Content> read_content(const std::string& folder);

base::Result<std::string> read_file(const std::string& path);
base::Status write_file(const std::string& path, const std::string& text);

}  // namespace loopready::platform
