#include "engine/warm_up.h"

#include "model/message.h"
#include "model/verdict.h"

namespace loopready::engine {

std::string warm_up_request() {
  model::GradeRequest ask;
  ask.world.slug = "warm-up";
  ask.world.tables.resize(2);
  model::WorldTable& buyers = ask.world.tables[0];
  buyers.slug = buyers.name = "buyers";
  buyers.columns = {{"buyer_id", "varchar(10)", "", false}, {"city", "varchar(20)", "", true}};
  buyers.primary_key = {"buyer_id"};
  model::WorldTable& sales = ask.world.tables[1];
  sales.slug = sales.name = "sales";
  sales.columns = {{"buyer_id", "varchar(10)", "", false}, {"day", "date", "", false}, {"price", "decimal(8,2)", "", true}};
  sales.foreign_keys = {{{"buyer_id"}, "buyers", {"buyer_id"}}};

  model::Item& item = ask.item;
  item.slug = "warm-up";
  item.kind = "sql";
  item.level = "L4";
  item.difficulty = "easy";
  item.world = ask.world.slug;
  item.uses = {buyers.slug, sales.slug};
  item.today = "2024-02-01";
  item.contract.columns = {{"city", "text"}, {"last_day", "date"}, {"spent", "number"}, {"n_sales", "integer"}};
  item.contract.order = {"spent desc", "city"};
  item.answer =
      "select b.city, max(s.day) as last_day, coalesce(sum(s.price), 0) as spent, count(s.day) as n_sales from buyers b "
      "left join sales s on s.buyer_id = b.buyer_id and s.day >= dateadd(day, -30, current_date) "
      "group by b.city order by spent desc, b.city";
  model::Dataset& shown = item.datasets.emplace_back();
  shown.slug = "shown";
  shown.shown = true;
  shown.tables = {{buyers.slug, {{"a", "Oslo"}, {"b", "Bergen"}, {"c", std::monostate{}}}},
                  {sales.slug, {{"a", "2024-01-10", 1.5}, {"b", "2024-01-12", 2.0}, {"a", "2024-01-14", 3.0}}}};

  ask.sql =
      "with recent as (select * from sales where datediff(day, day, current_date) <= 30), "
      "joined as (select b.city, r.day, case when r.price is null then 0 else r.price end as price, "
      "row_number() over (partition by b.city order by r.day desc nulls last) as n from buyers b "
      "left join recent r on b.buyer_id = r.buyer_id) "
      "select city, max(case when n = 1 then day end) as last_day, sum(price) as spent, count(day) as n_sales "
      "from joined group by city order by spent desc, city";
  return base::to_text(model::to_json(model::Request{0, "grade", model::to_json(ask)}));
}

}  // namespace loopready::engine
