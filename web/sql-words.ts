// What the SQL editor knows of Redshift: the words it colours, and what it offers while one types.
// Here: redshift, sql_support.  Not here: the editor (code-editor.ts), what the engine accepts (src/sql).
// Offered are the item's tables and columns first, then functions, then keywords; never the very word that stands there.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { PostgreSQL, schemaCompletionSource, SQLDialect } from '@codemirror/lang-sql';
import { LanguageSupport } from '@codemirror/language';

const kKeywords =
  'all and any as asc between by case cross current row desc distinct else end except exists fetch filter first following ' +
  'from full group having ilike in inner intersect interval is join last lateral left like limit minus natural not null ' +
  'nulls offset on only or order outer over partition preceding qualify range recursive right rows select some then to top ' +
  'true false unbounded union using values when where window with within';
const kFunctions =
  'abs add_months avg ceil coalesce concat convert_timezone count cume_dist current_date current_timestamp date_part ' +
  'date_trunc dateadd datediff decode dense_rank extract first_value floor getdate greatest initcap lag last_day last_value ' +
  'lead least left len length listagg lower lpad ltrim max median min mod months_between next_day now nth_value ntile nullif ' +
  'nvl nvl2 percent_rank percentile_cont percentile_disc position power rank regexp_replace regexp_substr replace reverse ' +
  'right round row_number rpad rtrim sign split_part sqrt stddev strpos substring sum sysdate to_char to_date trim trunc ' +
  'upper variance';
const kTypes =
  'bigint boolean char date decimal double float int integer numeric real smallint text time timestamp timestamptz varchar';

export const redshift = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${kKeywords} ${kFunctions} current_date day month year week quarter hour minute second`,
  types: kTypes,
});

type Tables = Record<string, string[]>;

const options = (words: string, type: string, boost: number): Completion[] =>
  words.split(' ').map((label) => ({ label, type, boost }));
const kAlways = [...options(kFunctions, 'function', 0), ...options(`${kKeywords} ${kTypes}`, 'keyword', -1)];

function words_source(tables: Tables): (context: CompletionContext) => CompletionResult | null {
  const owners = new Map<string, string[]>();
  for (const [table, columns] of Object.entries(tables))
    for (const column of columns) owners.set(column, [...(owners.get(column) ?? []), table]);
  const columns: Completion[] = [...owners].map(([label, of]) => ({ label, detail: of.join(', '), type: 'property', boost: 2 }));
  return (context) => {
    const word = context.matchBefore(/\w+$/);
    if (!word || (!context.explicit && word.text.length < 2)) return null;
    if (context.state.sliceDoc(word.from - 1, word.from) === '.') return null; // a table's own columns follow a dot
    const typed = word.text.toLowerCase();
    return { from: word.from, options: [...columns, ...kAlways].filter((option) => option.label !== typed) };
  };
}

export function sql_support(tables: Tables): LanguageSupport {
  const { language } = redshift;
  return new LanguageSupport(language, [
    language.data.of({ autocomplete: schemaCompletionSource({ dialect: redshift, schema: tables }) }),
    language.data.of({ autocomplete: words_source(tables) }),
  ]);
}
