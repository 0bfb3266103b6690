import { byEntity, entityLabel } from './entity-order.ts';

/** What a run found of one kind of object. */
export interface CountView {
  readonly entity: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly vanished: number;
  readonly unreadable: number;
}

const number = new Intl.NumberFormat('en');

/** `accounts      +412 new  ~38 changed  =17,240 same  -3 vanished`, in columns. */
export function countLines(given: readonly CountView[]): string[] {
  const counts = given.toSorted(byEntity);
  const columns = [
    { of: (row: CountView) => row.added, sign: '+', word: 'new' },
    { of: (row: CountView) => row.changed, sign: '~', word: 'changed' },
    { of: (row: CountView) => row.same, sign: '=', word: 'same' },
    { of: (row: CountView) => row.vanished, sign: '-', word: 'vanished' },
  ].map(({ of, sign, word }) => {
    const texts = counts.map((row) => `${sign}${number.format(of(row))}`);
    const width = Math.max(0, ...texts.map((text) => text.length));
    return texts.map((text) => `${text.padStart(width)} ${word}`);
  });
  return counts.map((row, at) => {
    const unreadable = row.unreadable > 0 ? `  !${number.format(row.unreadable)} unreadable` : '';
    const text = columns.map((column) => column[at]).join('  ');
    return `${entityLabel(row.entity).padEnd(12)}${text}${unreadable}`;
  });
}
