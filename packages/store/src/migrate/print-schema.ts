import type { Store } from '../open/open-store.ts';

/** One line of a table: its place in the output, and what it says. */
interface Line {
  table: string;
  line: string;
}

const COLUMNS = `
select c.relname as "table", format('  %s %s%s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
  case when a.attcollation <> t.typcollation then format(' collate %I', o.collname) else '' end,
  case when a.attnotnull then ' not null' else '' end,
  case when a.attidentity = 'a' then ' generated always as identity'
    when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
  left join pg_collation o on o.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
order by c.relname, a.attnum`;

const CONSTRAINTS = `
select c.relname as "table", format('  constraint %s %s', quote_ident(n.conname), pg_get_constraintdef(n.oid)) as line
from pg_constraint n join pg_class c on c.oid = n.conrelid
where c.relnamespace = 'public'::regnamespace and n.contype in ('p', 'u', 'f', 'c')
order by c.relname, position(n.contype::text in 'pufc'), n.conname`;

const OPTIONS = `
select relname as "table", array_to_string(reloptions, ', ') as line from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'r' and reloptions is not null`;

/** Those that no constraint made. */
const INDEXES = `
select t.relname as "table", pg_get_indexdef(i.indexrelid) || ';' as line
from pg_index i join pg_class t on t.oid = i.indrelid join pg_class c on c.oid = i.indexrelid
where t.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint n where n.conindid = c.oid)
order by t.relname, c.relname`;

/** Those of ours: an extension's belong to it. */
const FUNCTIONS = `
select p.proname as "table", pg_get_functiondef(p.oid) as line from pg_proc p
where p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
order by p.proname`;

/** Those of ours: constraints have their own. */
const TRIGGERS = `
select c.relname as "table", pg_get_triggerdef(g.oid) || ';' as line
from pg_trigger g join pg_class c on c.oid = g.tgrelid
where c.relnamespace = 'public'::regnamespace and not g.tgisinternal
order by c.relname, g.tgname`;

/** The database's functions and tables as SQL, asked from its catalog: no pg_dump is needed, and its version changes nothing. */
export async function printSchema(store: Store): Promise<string> {
  const of = async (text: string) => Map.groupBy(await store.run<Line>(text, []), ({ table }) => table);
  const [functions, columns, constraints, options, indexes, triggers] = await Promise.all(
    [FUNCTIONS, COLUMNS, CONSTRAINTS, OPTIONS, INDEXES, TRIGGERS].map(of),
  );
  const lines = (group: Map<string, Line[]> | undefined, table: string) =>
    (group?.get(table) ?? []).map(({ line }) => line);
  const bodies = [...(functions?.values() ?? [])].flat().map(({ line }) => `${line.trim()};`);
  const tables = [...(columns?.keys() ?? [])].map((table) => {
    const body = [...lines(columns, table), ...lines(constraints, table)].join(',\n');
    const [settings] = lines(options, table);
    const create = `create table ${table} (\n${body}\n)${settings === undefined ? '' : ` with (${settings})`};`;
    return [create, ...lines(indexes, table), ...lines(triggers, table)].join('\n');
  });
  return `-- What the migrations make, for people to read. Written by the tests of src/migrate (vitest -u).\n\n${[...bodies, ...tables].join('\n\n')}\n`;
}
