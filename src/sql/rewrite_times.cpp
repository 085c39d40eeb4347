// Time zones, OVERLAPS, and intervals made of parts.
#include <algorithm>

#include "sql/names.h"
#include "sql/rewrite.h"
#include "sql/zone.h"

namespace loopready::sql {

// A zone that stands there is looked up at once, so that a misspelt one has a place.
bool Rewriter::check_zone(const Node& zone) {
  if (zone.type.kind == Kind::interval || zone.kind == NodeKind::interval) {
    refuse(zone.first, "A time zone is named here, not given as an interval.", "Write 'America/New_York'.");
    return false;
  }
  if (zone.kind != NodeKind::string || find_zone(zone.word) != nullptr) return true;
  const std::string near = nearest(zone.word, zone_names());
  refuse(zone.first, "The time zone '" + zone.word + "' is not known here.",
         near.empty() ? "Known zones are UTC, US/Pacific, America/New_York, Europe/London, Asia/Kolkata and their like."
                      : "Did you mean '" + near + "'?");
  return false;
}

// A timestamp without zone becomes one in UTC; one with a zone becomes what clocks there show.
void Rewriter::at_time_zone(const Node& node) {
  const Type& type = node.children[0]->type;
  if (!check_zone(*node.children[1])) return;
  edits_.replace(node.op, ",");
  edits_.remove(node.op + 1, node.op + 2);
  wrap(node, type.zoned || type.kind == Kind::date ? "lr_from_utc(" : "lr_to_utc(", ")");
}

// (a, b) OVERLAPS (c, d)
void Rewriter::overlaps(const Node& node) {
  for (const NodePtr& side : node.children) {
    if (side->kind != NodeKind::group || side->children.size() != 2)
      return refuse(side->first, "OVERLAPS compares two spans: (start, end) OVERLAPS (start, end).", "");
    edits_.remove(side->first);
    edits_.remove(side->last);
  }
  edits_.replace(node.op, ",");
  wrap(node, node.negated ? "(NOT lr_overlaps(" : "lr_overlaps(", node.negated ? "))" : ")");
}

// MAKE_INTERVAL with its arguments in order or by name; GREATEST and LEAST of intervals.
void Rewriter::interval_call(const Node& node) {
  if (node.word != "make_interval") return edits_.replace(node.op, "lr_interval_" + node.word);
  constexpr const char* kNames[] = {"years", "months", "weeks", "days", "hours", "mins", "secs"};
  Written parts[7];
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const std::string& name = node.call->names[i];
    const auto* named = std::find(std::begin(kNames), std::end(kNames), name);
    const std::size_t at = name.empty() ? i : static_cast<std::size_t>(named - std::begin(kNames));
    if (at >= 7)
      return refuse(node.children[i]->first, "MAKE_INTERVAL takes years, months, weeks, days, hours, mins and secs.",
                    "Write MAKE_INTERVAL(days => 10).");
    parts[at] = edits_.written(node.children[i]->first, node.children[i]->last);
  }
  Written list;
  for (std::size_t i = 0; i < 7; ++i) {
    list += i > 0 ? ", " : "";
    list += parts[i].text.empty() ? Written("0") : parts[i];
  }
  edits_.substitute(node.op, node.call->close, "lr_make_interval(" + list + ")");
}

}  // namespace loopready::sql
