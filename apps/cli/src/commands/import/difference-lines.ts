import type { CountView } from './count-lines.ts';
import { byEntity, entityLabel } from './entity-order.ts';

/** What an import would do to one object. */
export interface DifferenceView {
  readonly entity: string;
  readonly change: 'added' | 'changed' | 'vanished';
  readonly rosdomofonId: string;
  readonly label: string | null;
  readonly fields: readonly string[];
}

const WORDS = { added: 'new', changed: 'changed', vanished: 'vanished' } as const;
const CHANGES = Object.keys(WORDS) as (keyof typeof WORDS)[];
const HEAD = ['', '', 'NAME', 'ID', 'WHAT IS ANOTHER'];
const number = new Intl.NumberFormat('en');

/** The words of another system: what a terminal would obey is not shown to it. */
const harmless = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');
/** `owner_abonent_rosdomofon_id` → `owner abonent` */
const inWords = (column: string): string => column.replace(/_rosdomofon_id$/, '').replaceAll('_', ' ');

/** A table of the objects that a preview names, those of a kind together, and how many more there are. */
export function differenceLines(
  differences: readonly DifferenceView[],
  counts: readonly CountView[],
): string[] {
  const rows = counts.toSorted(byEntity).flatMap((count) =>
    CHANGES.flatMap((change) => {
      const named = differences.filter((one) => one.entity === count.entity && one.change === change);
      const more = count[change] - named.length;
      const head = [entityLabel(count.entity), WORDS[change]];
      return [
        ...named.map(({ label, rosdomofonId, fields }) => [
          ...head,
          harmless(label ?? '–'),
          rosdomofonId,
          fields.map(inWords).join(', '),
        ]),
        ...(more > 0 ? [[...head, `… ${number.format(more)} more`]] : []),
      ];
    }),
  );
  return rows.length === 0 ? [] : inColumns([HEAD, ...rows]);
}

function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
