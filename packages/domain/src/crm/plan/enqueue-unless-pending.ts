import { type AbsorbableDelivery, enqueueDeliveries, findAbsorbed, type Tx } from '@domovoy/store';
import type { DeliveryKind } from '../../deliveries/kind/delivery-kind.ts';
import type { CrmTarget } from '../crm-kinds.ts';

/** Something to be told, by name and payload of its kind. */
export interface ToTell {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What it is about never changes: one in work stands for it as well. */
  readonly isFixed?: boolean;
}

/**
 * Enqueues what is to be told. One that waits with the same content stands for it: its handler reads the rows when
 * its turn comes. `cause` makes the keys of those that nothing stands for: the same cause twice is one delivery.
 */
export async function enqueueUnlessPending(
  tx: Tx,
  kinds: Readonly<Record<string, DeliveryKind>>,
  target: CrmTarget,
  { cause, toTell }: { readonly cause: string; readonly toTell: readonly ToTell[] },
): Promise<number> {
  const rows = new Map(toTell.map((one) => toRow(kinds, target, cause, one)));
  const absorbed = await findAbsorbed(tx, [...rows.values()]);
  const made = await enqueueDeliveries(
    tx,
    [...rows.values()].filter((row) => !absorbed.has(row)),
  );
  return made.filter(({ isNew }) => isNew).length;
}

function toRow(
  kinds: Readonly<Record<string, DeliveryKind>>,
  { integrationId, companyId }: CrmTarget,
  cause: string,
  { kind: name, payload, isFixed = false }: ToTell,
): [string, AbsorbableDelivery] {
  const kind = kinds[name];
  if (kind === undefined) throw new TypeError(`there is no delivery of the kind ${name}`);
  const content = JSON.stringify(payload);
  return [
    `${name}${content}`,
    {
      companyId,
      integrationId,
      kind: name,
      subject: kind.subject(kind.payload.parse(payload)),
      dedupeKey: `${content}@${cause}`,
      payload,
      maxAttempts: kind.maxAttempts,
      isFixed,
    },
  ];
}
