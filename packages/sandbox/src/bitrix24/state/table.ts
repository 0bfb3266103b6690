export type RowId = number | string;
export type IndexKey = number | string;

/** Rows of one kind. They are never changed in place: another content is another object. */
export interface TableDefinition<Row extends object> {
  readonly name: string;
  readonly indexes: Readonly<Record<string, (row: Row) => readonly IndexKey[]>>;
}

export const defineTable = <Row extends object>(
  name: string,
  indexes: TableDefinition<Row>['indexes'] = {},
): TableDefinition<Row> => ({ name, indexes });

/** What there is of a table, to be read. */
export interface Rows<Row extends object> {
  readonly size: number;
  /** Goes up with every change: what is worked out from rows can be kept until then. */
  readonly revision: number;
  /** Numeric ids, ascending. */
  readonly ids: readonly number[];
  get(id: RowId): Row | undefined;
  values(): Iterable<Row>;
  /** In no particular order. */
  idsBy(index: string, key: IndexKey): readonly RowId[];
}

/** A table in memory: rows by id, numeric ids in order, and the indexes of its definition. */
export class Table implements Rows<object> {
  readonly #rows = new Map<RowId, object>();
  readonly #ids: number[] = [];
  #definition: TableDefinition<object> | null = null;
  /** Most keys have one row: a set only for those that have more. */
  readonly #indexes = new Map<string, Map<IndexKey, RowId | Set<RowId>>>();
  revision = 0;

  get size(): number {
    return this.#rows.size;
  }

  get ids(): readonly number[] {
    return this.#ids;
  }

  get(id: RowId): object | undefined {
    return this.#rows.get(id);
  }

  values(): Iterable<object> {
    return this.#rows.values();
  }

  entries(): [RowId, object][] {
    return [...this.#rows];
  }

  idsBy(index: string, key: IndexKey): readonly RowId[] {
    const found = this.#indexes.get(index)?.get(key);
    if (found === undefined) return [];
    return found instanceof Set ? [...found] : [found];
  }

  put(id: RowId, row: object): void {
    const before = this.#rows.get(id);
    this.revision += 1;
    this.#rows.set(id, row);
    if (before) this.#unindex(id, before);
    else if (typeof id === 'number') insert(this.#ids, id);
    this.#index(id, row);
  }

  drop(id: RowId): void {
    const before = this.#rows.get(id);
    if (!before) return;
    this.revision += 1;
    this.#rows.delete(id);
    this.#unindex(id, before);
    if (typeof id === 'number') this.#ids.splice(placeOf(this.#ids, id), 1);
  }

  /** Rows may be read from the journal before anybody has said what they are. */
  define(definition: TableDefinition<object>): void {
    if (this.#definition) return;
    this.#definition = definition;
    for (const name of Object.keys(definition.indexes)) this.#indexes.set(name, new Map());
    for (const [id, row] of this.#rows) this.#index(id, row);
  }

  #index(id: RowId, row: object): void {
    for (const [name, keysOf] of Object.entries(this.#definition?.indexes ?? {})) {
      const index = this.#indexes.get(name);
      for (const key of keysOf(row)) {
        const known = index?.get(key);
        if (known instanceof Set) known.add(id);
        else index?.set(key, known === undefined || known === id ? id : new Set([known, id]));
      }
    }
  }

  #unindex(id: RowId, row: object): void {
    for (const [name, keysOf] of Object.entries(this.#definition?.indexes ?? {})) {
      const index = this.#indexes.get(name);
      for (const key of keysOf(row)) {
        const known = index?.get(key);
        if (known instanceof Set) known.delete(id);
        else if (known === id) index?.delete(key);
      }
    }
  }
}

/** Where an id is in an ascending list, or would be. */
export function placeOf(ids: readonly number[], id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nearly always at the end: ids are given in ascending order. */
function insert(ids: number[], id: number): void {
  const last = ids.at(-1);
  if (last === undefined || last < id) ids.push(id);
  else ids.splice(placeOf(ids, id), 0, id);
}
