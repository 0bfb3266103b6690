import { putExternalRef, type Tx } from '@domovoy/store';
import type { CrmTarget } from '../crm-kinds.ts';

export interface SettledRef {
  readonly target: CrmTarget;
  readonly entity: 'abonent' | 'sign_up' | 'sign_up_event' | 'service';
  readonly entityId: bigint;
  readonly remoteKind: string;
  readonly remoteId: number;
  readonly detail?: unknown;
}

/** What a delivery found or made over there, in the transaction that settles it. */
export async function linkRemote(tx: Tx, { target, remoteId, entity, ...ref }: SettledRef): Promise<void> {
  const { integrationId, companyId } = target;
  await putExternalRef(tx, {
    integrationId,
    companyId,
    entity,
    ...ref,
    remoteId: String(remoteId),
    // People merge contacts, and the abonents of two phones are one over there.
    mayShare: entity === 'abonent',
  });
}
