import type { Change, Tx } from '@domovoy/store';
import type { CrmTarget } from '../crm-kinds.ts';
import type { CrmMapping } from '../mapping/crm-mapping.ts';

export interface Planned {
  readonly target: CrmTarget;
  readonly mapping: CrmMapping;
  /** Of its entities only, of the target's company only, in the feed's order. */
  readonly changes: readonly Change[];
}

/** Decides what of a page of the feed a CRM is told. */
export interface CrmPlanner {
  readonly entities: readonly Change['entity'][];
  /** In the transaction that moves the cursor. Enqueues what is to be told, and says how many those are. */
  plan(tx: Tx, planned: Planned): Promise<number>;
}

/** What caused the deliveries of a page: the last of its changes. */
export const causeOf = (changes: readonly Change[]): string => {
  const last = changes.at(-1);
  return last === undefined ? '' : `${last.xid}:${last.id}`;
};

/** Each row once, however often it changed. */
export const changedIds = (changes: readonly Change[]): bigint[] => [
  ...new Set(changes.map(({ entityId }) => entityId)),
];
