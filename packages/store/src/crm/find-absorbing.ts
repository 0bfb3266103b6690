import type { Tx } from '../db.ts';
import type { NewDelivery } from '../delivery/enqueue-deliveries.ts';
import { jsonTexts } from '../delivery/json-column.ts';
import { numbers, textColumn, texts } from '../intake/columns.ts';
import { runOn } from '../open/run-on.ts';

/** Written so that deliveries_open answers it: one probe per subject. */
const STATEMENT = `/* find_absorbing */
select g.position::int from unnest($1::bigint[], ${[2, 3, 4].map(textColumn).join(', ')}, $5::boolean[])
    with ordinality as g(integration_id, kind, subject, payload, is_fixed, position)
where exists (
  select from deliveries d
  where d.integration_id = g.integration_id and d.state in ('pending', 'leased')
    and (d.subject, d.id) > (g.subject, 0) and d.subject <= g.subject
    and (d.state = 'pending' or g.is_fixed) and d.kind = g.kind and d.payload = g.payload::jsonb
)`;

/** What it is about never changes: one in work is as good as one that waits. */
export interface AbsorbableDelivery extends NewDelivery {
  readonly isFixed: boolean;
}

/**
 * Which of these are not needed, because one with the same content waits for its turn: it will read the rows as they
 * are now. One in work may have read them before.
 */
export async function findAbsorbed<D extends AbsorbableDelivery>(
  tx: Tx,
  given: readonly D[],
): Promise<Set<D>> {
  if (given.length === 0) return new Set();
  const rows = await runOn<{ position: number }>(tx, STATEMENT, [
    numbers(given.map((one) => one.integrationId)),
    texts(given.map((one) => one.kind)),
    texts(given.map((one) => one.subject)),
    jsonTexts(given.map((one) => one.payload)),
    numbers(given.map((one) => one.isFixed)),
  ]);
  const absorbed = new Set(rows.map(({ position }) => position - 1));
  return new Set(given.filter((_, index) => absorbed.has(index)));
}
