#include "base/csv.h"

#include <algorithm>

namespace loopready::base {
namespace {

char likely_separator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char one : {',', ';', '\t'})
    if (const std::ptrdiff_t n = std::count(line.begin(), line.end(), one); n > most) {
      best = one;
      most = n;
    }
  return best;
}

}  // namespace

Result<Csv> read_csv(std::string_view text, std::size_t n_most_rows) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  Csv csv;
  csv.separator = likely_separator(text);
  std::vector<std::string> row;
  std::string field;
  bool quoted = false, was_quoted = false;
  std::size_t line = 1, quote_line = 1;
  const auto end_field = [&] {
    row.push_back(std::move(field));
    field.clear();
    was_quoted = false;
  };
  const auto end_row = [&] {
    end_field();
    const bool empty_line = row.size() == 1 && row[0].empty();
    if (!empty_line) csv.rows.push_back(std::move(row));
    row.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    line += c == '\n' ? 1 : 0;
    if (quoted) {
      if (c != '"') field += c;
      else if (i + 1 < text.size() && text[i + 1] == '"') field += text[++i];
      else quoted = false;
    } else if (c == '"' && field.empty() && !was_quoted) {
      quoted = was_quoted = true;
      quote_line = line;
    } else if (c == csv.separator) {
      end_field();
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      end_row();
      if (csv.rows.size() > n_most_rows)
        return Error{ErrorKind::too_large, "", "There are more than " + std::to_string(n_most_rows) + " rows."};
    } else {
      field += c;
    }
  }
  if (quoted)
    return Error{ErrorKind::bad_input, "line " + std::to_string(quote_line), "A quoted field begins here and never ends."};
  if (!field.empty() || !row.empty()) end_row();
  return csv;
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) row += ',';
    if (field.find_first_of(",;\t\"\r\n") == std::string::npos) {
      row += field;
      continue;
    }
    row += '"';
    for (const char c : field) row += c == '"' ? "\"\"" : std::string(1, c);
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace loopready::base
