#include "app/offer.h"

#include <algorithm>

#include "app/note.h"
#include "base/text.h"

namespace loopready::app {
namespace {

constexpr const char* kList = "note/offer/list";
constexpr const char* kFields[] = {"name", "level", "base", "sign-on-1", "sign-on-2", "sign-on-paid", "bonus", "grant", "shares", "price", "value", "schedule",
                                   "vestings", "path", "rate", "prices", "refreshers", "refresher", "refresher-years", "clawback-months", "clawback-pct"};

// Reads one field after the other; what can't be read is noted, what is blank stays absent.
class Reader {
 public:
  Reader(const App& app, TypedOffer& typed) : app_(app), typed_(typed) {}

  std::string text(const char* field) const { return std::string(base::trim(note(app_, offer_key(typed_.id, field)))); }
  template <class T>
  std::optional<T> read(const char* field, base::Result<T> (*how)(std::string_view)) {
    const std::string given = text(field);
    if (given.empty()) return {};
    base::Result<T> value = how(given);
    if (value) return std::move(value).value();
    refuse(field, value.error().text);
    return {};
  }
  std::optional<std::int64_t> whole(const char* field, std::int64_t least, std::int64_t most) {
    const auto value = read<std::int64_t>(field, pay::read_whole);
    if (!value || (*value >= least && *value <= most)) return value;
    refuse(field, "Write a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
    return {};
  }
  void refuse(const char* field, std::string sentence) { typed_.problems.emplace_back(field, std::move(sentence)); }

 private:
  const App& app_;
  TypedOffer& typed_;
};

std::optional<pay::Cents> share_price(Reader& reader, const char* field, const std::optional<pay::Cents>& price) {
  constexpr pay::Cents kMost = 10'000'000;
  if (!price || (*price > 0 && *price <= kMost)) return price;
  reader.refuse(field, "A share price stands between $0.01 and $100,000 here.");
  return {};
}

void read_path(Reader& reader, pay::PricePath& path) {
  const std::string kind = reader.text("path");
  if (kind == "own") {
    path.kind = pay::PathKind::own;
    const std::string typed = reader.text("prices");
    std::string spaced;
    for (const char c : typed) spaced += c == '/' || c == ';' ? ' ' : c;
    for (const std::string& word : base::split(spaced, ' ')) {
      std::string_view bare = base::trim(word);
      while (!bare.empty() && bare.back() == ',') bare.remove_suffix(1);
      if (bare.empty()) continue;
      auto price = pay::read_usd(bare);
      if (!price || price.value() > 10'000'000) {
        reader.refuse("prices", price ? "A share price is at most $100,000 here." : price.error().text);
        path.own.clear();
        return;
      }
      path.own.push_back(price.value());
    }
    if (!typed.empty() && path.own.size() != pay::kYears) reader.refuse("prices", "Write four prices, one a year, with spaces between: 100 110 90 120.");
  } else if (kind == "up" || kind == "down") {
    path.kind = pay::PathKind::rate;
    path.rate = reader.read<std::int64_t>("rate", pay::read_pct_hundredths);
    if (path.rate && (*path.rate < 0 || *path.rate > 10'000)) {
      reader.refuse("rate", "Write a percentage from 0 to 100.");
      path.rate.reset();
    }
    if (path.rate && kind == "down") path.rate = -*path.rate;
  }
}

void read_grant(Reader& reader, pay::Offer& offer) {
  offer.in_shares = reader.text("grant") != "dollars";
  offer.n_shares = reader.whole("shares", 0, 100'000'000);
  offer.share_price = share_price(reader, "price", reader.read<pay::Cents>("price", pay::read_usd));
  offer.grant_value = reader.read<pay::Cents>("value", pay::read_usd);
  offer.schedule.reset();
  if (auto by_year = reader.read<std::vector<std::int64_t>>("schedule", pay::read_schedule)) {
    const std::string n = reader.text("vestings");
    offer.schedule = pay::Schedule{std::move(*by_year), n == "2" ? 2 : n == "4" ? 4 : n == "12" ? 12 : 1};
  }
  read_path(reader, offer.path);
}

std::string next_id(const std::vector<std::string>& ids) {
  for (char letter = 'a'; letter < static_cast<char>('a' + kMostOffers); ++letter)
    if (std::find(ids.begin(), ids.end(), std::string(1, letter)) == ids.end()) return {letter};
  return "";
}

PutNote list_note(const std::vector<std::string>& ids) {
  base::Json json = base::Json::array();
  for (const std::string& id : ids) json.push_back(id);
  return {kList, base::to_text(json)};
}

using Filled = std::vector<std::pair<const char*, const char*>>;

void fill(const std::string& id, const Filled& fields, Commands& commands) {
  for (const auto& [field, value] : fields) commands.push_back(PutNote{offer_key(id, field), value});
}

}  // namespace

std::string offer_key(const std::string& id, std::string_view field) { return "note/offer/" + id + "/" + std::string(field); }

std::vector<std::string> offer_ids(const App& app) {
  std::vector<std::string> ids;
  const base::Json json = note_json(app, kList);
  if (!json.is_array()) return ids;
  for (const base::Json& one : json) {
    const auto* id = one.get_ptr<const std::string*>();
    if (id != nullptr && id->size() == 1 && (*id)[0] >= 'a' && (*id)[0] < static_cast<char>('a' + kMostOffers) &&
        std::find(ids.begin(), ids.end(), *id) == ids.end())
      ids.push_back(*id);
  }
  return ids;
}

TypedOffer read_offer(const App& app, const std::string& id) {
  TypedOffer typed;
  typed.id = id;
  Reader reader(app, typed);
  pay::Offer& offer = typed.offer;
  offer.name = reader.text("name");
  if (offer.name.empty()) offer.name = "Offer " + std::string(1, static_cast<char>(id[0] - 'a' + 'A'));
  offer.level = reader.text("level");
  offer.base_a_year = reader.read<pay::Cents>("base", pay::read_usd);
  offer.sign_on = {reader.read<pay::Cents>("sign-on-1", pay::read_usd), reader.read<pay::Cents>("sign-on-2", pay::read_usd)};
  offer.sign_on_monthly = reader.text("sign-on-paid") != "start";
  offer.bonus_a_year = reader.read<pay::Cents>("bonus", pay::read_usd);
  read_grant(reader, offer);
  offer.counts_refreshers = reader.text("refreshers") == "yes";
  offer.refresher = reader.read<pay::Cents>("refresher", pay::read_usd);
  offer.refresher_years = reader.whole("refresher-years", 1, 6);
  offer.clawback_months = reader.whole("clawback-months", 0, 48);
  offer.clawback_pct = reader.read<std::int64_t>("clawback-pct", pay::read_pct_hundredths);
  if (offer.clawback_pct && (*offer.clawback_pct < 0 || *offer.clawback_pct > 10'000)) {
    reader.refuse("clawback-pct", "Write a percentage from 0 to 100.");
    offer.clawback_pct.reset();
  }
  return typed;
}

std::string problem_of(const TypedOffer& typed, std::string_view field) {
  for (const auto& [name, sentence] : typed.problems)
    if (name == field) return sentence;
  return "";
}

Commands add_offer(const App& app, std::string& made) {
  std::vector<std::string> ids = offer_ids(app);
  Commands commands;
  const std::string id = next_id(ids);
  if (id.empty()) return commands;
  made = id;
  ids.push_back(id);
  for (const char* field : kFields)  // of a removed one that a backup brought back
    if (!note(app, offer_key(id, field)).empty()) commands.push_back(PutNote{offer_key(id, field), ""});
  fill(id, {{"schedule", "5/15/40/40"}}, commands);
  commands.push_back(list_note(ids));
  return commands;
}

Commands copy_offer(const App& app, const std::string& id, std::string& made) {
  Commands commands = add_offer(app, made);
  if (commands.empty()) return commands;
  for (const char* field : kFields) {
    std::string value = note(app, offer_key(id, field));
    if (std::string_view(field) == "name") value = read_offer(app, id).offer.name + ", changed";
    if (value.empty()) continue;
    commands.push_back(PutNote{offer_key(made, field), std::move(value)});
  }
  return commands;
}

Commands remove_offer(const App& app, const std::string& id) {
  std::vector<std::string> ids = offer_ids(app);
  ids.erase(std::remove(ids.begin(), ids.end(), id), ids.end());
  Commands commands = {list_note(ids)};
  for (const char* field : kFields)
    if (!note(app, offer_key(id, field)).empty()) commands.push_back(PutNote{offer_key(id, field), ""});
  return commands;
}

Commands add_invented_offers(const App& app, std::string& made) {
  std::vector<std::string> ids = offer_ids(app);
  Commands commands;
  if (ids.size() + 2 > kMostOffers) return commands;
  made = next_id(ids);
  ids.push_back(made);
  fill(made, {{"name", "Invented, back-loaded"}, {"level", "L5"}, {"base", "160,000"}, {"sign-on-1", "60,000"}, {"sign-on-2", "45,000"}, {"bonus", "0"},
              {"shares", "800"}, {"price", "200"}, {"schedule", "5/15/40/40"}, {"clawback-months", "12"}, {"clawback-pct", "100"}}, commands);
  const std::string second = next_id(ids);
  ids.push_back(second);
  fill(second, {{"name", "Invented, even"}, {"level", "L5"}, {"base", "175,000"}, {"sign-on-1", "20,000"}, {"sign-on-2", "0"}, {"bonus", "15,000"},
                {"grant", "dollars"}, {"value", "160,000"}, {"schedule", "25/25/25/25"}, {"sign-on-paid", "start"}, {"clawback-months", "12"}, {"clawback-pct", "100"}},
       commands);
  commands.push_back(list_note(ids));
  return commands;
}

}  // namespace loopready::app
