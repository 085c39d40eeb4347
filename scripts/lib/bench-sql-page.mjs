// Runs in the page: the same statements on three builds of SQLite.
// Here: measure.  Terms: an engine writes (statements) and reads (a query, giving its number of rows).
const kRows = 300_000;
const kRounds = 5;

const kFill = `create table t(id integer primary key, customer int, day int, amount real, note text);
insert into t with recursive n(i) as (select 1 union all select i + 1 from n where i < ${kRows})
select i, (i * 7919) % 5003, (i * 31) % 365, (i * 37 % 10007) / 100.0, 'order ' || (i * 104729 % 99991) || ' note' from n;
create table c(customer int primary key, region int) without rowid;
insert into c with recursive n(i) as (select 0 union all select i + 1 from n where i < 5002) select i, i % 17 from n;`;

const kReads = {
  window: 'select max(r), sum(s) from (select row_number() over (partition by customer order by day, id) r, sum(amount) over (partition by customer order by day, id rows between 6 preceding and current row) s from t)',
  'group by': 'select count(*), max(s) from (select customer, sum(amount) s, count(*) from t group by customer)',
  distinct: 'select count(*) from (select distinct customer, day from t)',
  'self-join': 'select count(*) from t a join t b on b.id = a.id + 1 and b.customer <> a.customer join c on c.customer = a.customer where c.region < 8',
  recursion: 'with recursive n(i, s) as (select 1, 0 union all select i + 1, (s + i) % 1000003 from n where i < 300000) select max(s) from n',
  'LIKE scan': "select count(*) from t where note like '%99%note'",
  sort: 'select sum(id * (p % 3)) from (select id, row_number() over (order by amount desc, note) p from t)',
};

async function ours() {
  const factory = (await import('./ours.mjs')).default;
  const module = await factory({ locateFile: (name) => `./${name}` });
  const call = (name, sql) => {
    const bytes = new TextEncoder().encode(sql);
    const at = module._malloc(bytes.length);
    module.HEAPU8.set(bytes, at);
    const result = module[name](at, bytes.length);
    module._free(at);
    return result;
  };
  return {
    open: () => void module._lr_bench_open(),
    write: (sql) => { if (call('_lr_bench_write', sql) !== 1) throw new Error(`ours did not run ${sql}`); },
    read: (sql) => { if (call('_lr_bench_read', sql) < 0) throw new Error(`ours did not run ${sql}`); },
  };
}

async function sqljs() {
  const library = await globalThis.initSqlJs({ locateFile: (name) => `./${name}` });
  let database;
  return {
    open: () => { database?.close(); database = new library.Database(); },
    write: (sql) => void database.exec(sql),
    read: (sql) => void database.exec(sql),
  };
}

async function official() {
  const start = (await import('./official.mjs')).default;
  const library = await start({ locateFile: (name) => `./${name}`, print: () => {}, printErr: () => {} });
  let database;
  return {
    open: () => { database?.close(); database = new library.oo1.DB(':memory:'); },
    write: (sql) => void database.exec(sql),
    read: (sql) => void database.exec({ sql, rowMode: 'array', returnValue: 'resultRows' }),
  };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function tiny(engine) {
  for (let i = 0; i < 10_000; ++i) engine.read(`select amount, note from t where id = ${(i * 7919) % kRows + 1}`);
}

export async function measure() {
  const engines = [await ours(), await sqljs(), await official()];
  const times = {};
  const time = (name, which, run) => {
    const start = performance.now();
    run();
    ((times[name] ??= engines.map(() => []))[which]).push(performance.now() - start);
  };
  for (let round = 0; round < kRounds; ++round)
    for (let which = 0; which < engines.length; ++which) {
      const engine = engines[which];
      engine.open();
      time('insert of 300,000 rows', which, () => engine.write(kFill));
      for (const [name, sql] of Object.entries(kReads)) time(name, which, () => engine.read(sql));
      time('10,000 tiny queries', which, () => tiny(engine));
    }
  const workloads = Object.fromEntries(Object.entries(times).map(([name, by]) => [name, by.map(median)]));
  const mean_ratio = (against) => Math.exp(Object.values(workloads).reduce((sum, by) => sum + Math.log(by[0] / by[against]), 0) / Object.keys(workloads).length);
  return { workloads, ratios: { sqljs: mean_ratio(1), official: mean_ratio(2) } };
}
