#include "app/route.h"

#include <algorithm>

#include "base/text.h"

namespace loopready::app {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
         c == '~';
}

std::string percent_encoded(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (stands_for_itself(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return result;
}

// A "%" without two hex digits behind it stands for itself: people type addresses.
std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0) {
      result += text[i];
      continue;
    }
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return result;
}

// The filter's fields under their names in the address, in the order in which they are written.
struct NamedField {
  const char* name;
  std::string Filter::*field;
};
constexpr NamedField kFields[] = {{"category", &Filter::category},
                                  {"kind", &Filter::kind},
                                  {"topic", &Filter::topic},
                                  {"level", &Filter::level},
                                  {"difficulty", &Filter::difficulty},
                                  {"status", &Filter::status},
                                  {"search", &Filter::search}};

// Keys nobody knows are ignored, so that an older address still opens.
Filter parse_filter(std::string_view query) {
  Filter filter;
  for (const std::string& part : base::split(query, '&')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos) continue;
    const std::string key = percent_decoded(std::string_view(part).substr(0, equals));
    for (const NamedField& one : kFields)
      if (key == one.name) filter.*one.field = percent_decoded(std::string_view(part).substr(equals + 1));
  }
  return filter;
}

std::string format_filter(const Filter& filter) {
  std::string query;
  for (const NamedField& one : kFields) {
    const std::string& value = filter.*one.field;
    if (!value.empty()) query += (query.empty() ? "?" : "&") + std::string(one.name) + "=" + percent_encoded(value);
  }
  return query;
}

constexpr std::string_view kItemPath = "/item/";

// Places with a plain address, and how many slugs may follow it.
struct NamedPlace {
  std::string_view path;
  Place place;
  int n_slugs;
};
constexpr NamedPlace kPlaces[] = {{"/settings", Place::settings, 0}, {"/playground", Place::playground, 0}, {"/lab", Place::lab, 1},
                                  {"/flight", Place::flight, 0}, {"/guide", Place::guide, 2}, {"/prepare", Place::prepare, 0},
                                  {"/level", Place::level, 0}, {"/offer", Place::offer, 0}, {"/ready", Place::readiness, 0},
                                  {"/plan", Place::plan, 0}, {"/resume", Place::resume, 0}, {"/business", Place::business, 0},
                                  {"/questions", Place::interviewers, 0}};

// Reads "/guide/process/bar-raiser" as a place with its slugs; leaves the route unknown where it is none.
void read_place(std::string_view path, Route& route) {
  for (const NamedPlace& one : kPlaces) {
    if (path.substr(0, one.path.size()) != one.path) continue;
    std::string_view rest = path.substr(one.path.size());
    std::string slugs[2];
    int n = 0;
    for (; !rest.empty() && rest[0] == '/' && n < one.n_slugs; ++n) {
      rest.remove_prefix(1);
      slugs[n] = percent_decoded(rest.substr(0, rest.find('/')));
      rest.remove_prefix(std::min(rest.size(), rest.find('/')));
      if (slugs[n].empty()) return;
    }
    if (!rest.empty()) continue;
    route.place = one.place;
    route.page = slugs[0];
    route.section = slugs[1];
  }
}

std::string format_place(const Route& route) {
  for (const NamedPlace& one : kPlaces)
    if (one.place == route.place)
      return "#" + std::string(one.path) + (route.page.empty() ? "" : "/" + percent_encoded(route.page)) +
             (route.section.empty() ? "" : "/" + percent_encoded(route.section));
  return "#/";
}

Route parse_known(std::string_view path, std::string_view query) {
  Route route;
  if (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  if (path.empty() || path == "/" || path == "/today") return route;
  route.place = Place::unknown;
  read_place(path, route);
  if (path == "/practice") {
    route.place = Place::practice;
    route.filter = parse_filter(query);
  }
  if (path.substr(0, kItemPath.size()) == kItemPath) {
    const std::string_view rest = path.substr(kItemPath.size());
    if (rest.empty() || rest.find('/') != std::string_view::npos) return route;
    route.place = Place::exercise;
    route.item = percent_decoded(rest);
  }
  return route;
}

bool readable(const Route& route) {
  for (const NamedField& one : kFields)
    if (!base::is_utf8(route.filter.*one.field)) return false;
  return base::is_utf8(route.item) && base::is_utf8(route.page) && base::is_utf8(route.section);
}

}  // namespace

bool operator==(const Filter& a, const Filter& b) {
  for (const NamedField& one : kFields)
    if (a.*one.field != b.*one.field) return false;
  return true;
}

bool operator==(const Route& a, const Route& b) {
  return a.place == b.place && a.item == b.item && a.filter == b.filter && a.address == b.address && a.page == b.page &&
         a.section == b.section;
}

Route parse_route(std::string_view hash) {
  if (!hash.empty() && hash.front() == '#') hash.remove_prefix(1);
  const std::size_t question = hash.find('?');
  const std::string_view query = question == std::string_view::npos ? "" : hash.substr(question + 1);
  Route route = parse_known(hash.substr(0, question), query);
  if (route.place != Place::unknown && readable(route)) return route;
  Route unknown;
  unknown.place = Place::unknown;
  unknown.address = "#" + std::string(hash);
  return unknown;
}

std::string format_route(const Route& route) {
  switch (route.place) {
    case Place::today: return "#/";
    case Place::practice: return "#/practice" + format_filter(route.filter);
    case Place::exercise: return "#" + std::string(kItemPath) + percent_encoded(route.item);
    case Place::unknown: return route.address;
    default: return format_place(route);
  }
}

}  // namespace loopready::app
