#include "app/route.h"

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

Route parse_known(std::string_view path, std::string_view query) {
  Route route;
  if (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  if (path.empty() || path == "/" || path == "/today") return route;
  route.place = Place::unknown;
  if (path == "/settings") route.place = Place::settings;
  if (path == "/playground") route.place = Place::playground;
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
  return base::is_utf8(route.item);
}

}  // namespace

bool operator==(const Filter& a, const Filter& b) {
  for (const NamedField& one : kFields)
    if (a.*one.field != b.*one.field) return false;
  return true;
}

bool operator==(const Route& a, const Route& b) {
  return a.place == b.place && a.item == b.item && a.filter == b.filter && a.address == b.address;
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
    case Place::playground: return "#/playground";
    case Place::settings: return "#/settings";
    case Place::unknown: return route.address;
  }
  return "#/";
}

}  // namespace loopready::app
