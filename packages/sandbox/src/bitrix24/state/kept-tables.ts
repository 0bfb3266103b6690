import { join } from 'node:path';
import { z } from 'zod';
import { openJournal } from '../../journal/journal.ts';
import { type Change, Commit } from './change.ts';
import { type Rows, Table, type TableDefinition } from './table.ts';

/** Goes up when old changes mean something else. */
const VERSION = 1;
const Heading = z.object({ version: z.int(), next: z.record(z.string(), z.int()) });

/** Tables that survive the process: rows that are there in the beginning, and what happened since read from a journal. */
export interface KeptTables {
  rows<Row extends object>(table: TableDefinition<Row>): Rows<Row>;
  /** Ids that were never given, so many in a row; returns the first. Each table and each sequence counts for itself. */
  takeId(of: { readonly name: string }, howMany?: number): number;
  /** Written as one line, then in effect. When it returns, a `kill -9` takes nothing back, and never half of it. */
  commit(commit: Commit): void;
  /** As it was in the beginning, but for some tables; ids go on where they were. */
  reset(kept?: readonly { readonly name: string }[]): void;
  close(): void;
}

export interface KeptTablesOptions {
  folder: string;
  /** There from the beginning, and written nowhere. */
  firstRows: () => readonly Change[];
  contactsOf: (seeded: NonNullable<Commit['contacts']>) => Iterable<Change>;
}

export function keepTables({ folder, firstRows, contactsOf }: KeptTablesOptions): KeptTables {
  const journal = openJournal({
    file: join(folder, `portal-${VERSION}.jsonl`),
    heading: { version: VERSION, next: {} },
    schemas: { heading: Heading, change: Commit },
    withoutIt: 'the portal is then as it was in the beginning',
  });
  let tables: Map<string, Table> | null = null;
  let next = new Map(Object.entries(journal.heading.next));
  /** Taken since the last commit. */
  const taken = new Set<string>();

  function tableOf(all: Map<string, Table>, name: string): Table {
    const known = all.get(name);
    if (known) return known;
    const made = new Table();
    all.set(name, made);
    return made;
  }
  const count = (name: string, id: number) => {
    if (id >= (next.get(name) ?? 1)) next.set(name, id + 1);
  };
  function applyAll(all: Map<string, Table>, changes: Iterable<Change>): void {
    for (const [name, id, row] of changes) {
      if (row) tableOf(all, name).put(id, row);
      else tableOf(all, name).drop(id);
      if (typeof id === 'number') count(name, id);
    }
  }
  function apply(all: Map<string, Table>, commit: Commit): void {
    if (commit.changes) applyAll(all, commit.changes);
    if (commit.contacts) applyAll(all, contactsOf(commit.contacts));
    for (const [name, id] of Object.entries(commit.next ?? {})) count(name, id - 1);
  }
  /** Read when it is first asked for: who needs only the Kafka side does not wait for 100,000 contacts. */
  function current(): Map<string, Table> {
    if (tables) return tables;
    const made = new Map<string, Table>();
    applyAll(made, firstRows());
    for (const commit of journal.changes()) apply(made, commit);
    tables = made;
    return made;
  }

  return {
    rows<Row extends object>(definition: TableDefinition<Row>) {
      const table = tableOf(current(), definition.name);
      table.define(definition as unknown as TableDefinition<object>);
      return table as unknown as Rows<Row>;
    },
    takeId({ name }, howMany = 1) {
      current(); // the journal knows which were given
      const first = next.get(name) ?? 1;
      next.set(name, first + howMany);
      taken.add(name);
      return first;
    },
    commit(commit) {
      const all = current();
      // An id that was taken for the place of a row is counted with the row; the others are counted here.
      for (const [name, id] of commit.changes ?? [])
        if (typeof id === 'number' && id + 1 >= (next.get(name) ?? 1)) taken.delete(name);
      const more = Object.fromEntries([...taken].map((name) => [name, next.get(name) ?? 1]));
      const line = taken.size === 0 ? commit : { ...commit, next: { ...commit.next, ...more } };
      journal.append(line);
      taken.clear();
      apply(all, line);
    },
    reset(kept = []) {
      const all = current();
      const changes = kept.flatMap(({ name }) => {
        const table = tableOf(all, name);
        return table.entries().map(([id, row]): Change => [name, id, row]);
      });
      journal.restart({ version: VERSION, next: Object.fromEntries(next) });
      if (changes.length > 0) journal.append({ changes });
      next = new Map(Object.entries(journal.heading.next));
      taken.clear();
      tables = null;
    },
    close: () => journal.close(),
  };
}
