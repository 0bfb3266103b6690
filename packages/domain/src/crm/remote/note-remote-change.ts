import { type ExternalRefRow, findRefsByRemote, findSignUp, type Tx } from '@domovoy/store';
import { CRM_KINDS, type CrmTarget } from '../crm-kinds.ts';
import { remoteKindOf } from '../mapping/crm-mapping.ts';
import { enqueueUnlessPending, type ToTell } from '../plan/enqueue-unless-pending.ts';

export interface RemoteChange {
  readonly target: CrmTarget;
  /** 1 lead, 2 deal, 3 contact, from 128 on a smart process. */
  readonly entityTypeId: number;
  readonly remoteId: string;
  /** What told it: the same one again is no other. */
  readonly eventKey: string;
}

/**
 * The portal says that something of it was added, changed or deleted. If it is ours it is read again, in its
 * abonent's own lane; events come late, twice and in any order, so what they say does not count. False: nothing of ours.
 */
export async function noteRemoteChange(
  tx: Tx,
  { target, entityTypeId, remoteId, eventKey }: RemoteChange,
): Promise<boolean> {
  const { integrationId } = target;
  const remoteKind = remoteKindOf(entityTypeId);
  const refs = await findRefsByRemote(tx, { integrationId, remoteKind, remoteId });
  const toTell: ToTell[] = [];
  for (const ref of refs.filter(({ state }) => state !== 'gone')) {
    const abonentId = await abonentOf(tx, target, ref);
    if (abonentId === null) continue;
    const { entity, entityId } = ref;
    toTell.push({
      kind: 'crm.read',
      payload: { abonentId: String(abonentId), entity, entityId: String(entityId), remoteKind },
    });
  }
  await enqueueUnlessPending(tx, CRM_KINDS, target, { cause: eventKey, toTell });
  return toTell.length > 0;
}

async function abonentOf(
  tx: Tx,
  { companyId }: CrmTarget,
  { entity, entityId }: ExternalRefRow,
): Promise<bigint | null> {
  if (entity === 'abonent') return entityId;
  if (entity !== 'sign_up') return null;
  const signUp = await findSignUp(tx, { companyId, signUpId: entityId });
  return signUp?.abonentRosdomofonId ?? null;
}
