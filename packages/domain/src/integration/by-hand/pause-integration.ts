import { addAuditEntry, lockIntegration, type Store, type Tx, updateIntegration } from '@domovoy/store';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { troubleText } from '../bitrix24/connection-trouble.ts';
import { canIntegrationMove, type IntegrationState } from '../integration-transitions.ts';
import { endRest, enqueueCheck } from './integration-deliveries.ts';

interface ByHand {
  readonly companyId: bigint;
  readonly integrationId: bigint;
  readonly actor: string;
}

export type IntegrationMoved =
  | { readonly kind: 'moved'; readonly to: IntegrationState; readonly deliveryId: bigint | null }
  | { readonly kind: 'not-found' }
  /** From this state it cannot. */
  | { readonly kind: 'state'; readonly state: IntegrationState };

/** Nobody works with it until it is resumed: nothing is sent, read or answered. What comes in by web hook waits. */
export const pauseIntegration = (store: Store, given: ByHand): Promise<IntegrationMoved> =>
  move(store, given, 'integration.pause', async (tx, row) => {
    if (!canIntegrationMove(row.state, 'paused')) return { kind: 'state', state: row.state };
    await updateIntegration(tx, row, { state: 'paused' });
    return { kind: 'moved', to: 'paused', deliveryId: null };
  });

/** Work goes on, with what waited; a portal is looked at first. */
export const resumeIntegration = (store: Store, given: ByHand): Promise<IntegrationMoved> =>
  move(store, given, 'integration.resume', async (tx, row) => {
    if (row.state !== 'paused') return { kind: 'state', state: row.state };
    const isUnauthorised = row.kind === 'bitrix24' && isApplication(row.config) && row.tokens === null;
    await updateIntegration(
      tx,
      row,
      isUnauthorised
        ? {
            state: 'broken',
            stateCode: 'AUTHORIZATION_AWAITED',
            stateReason: troubleText('AUTHORIZATION_AWAITED', 'en'),
          }
        : { state: 'active', stateCode: null, stateReason: null },
    );
    const to = isUnauthorised ? 'broken' : 'active';
    if (row.kind !== 'bitrix24' || isUnauthorised) return { kind: 'moved', to, deliveryId: null };
    await endRest(tx, given);
    return { kind: 'moved', to, deliveryId: (await enqueueCheck(tx, given, given.actor)).id };
  });

const isApplication = (config: unknown): boolean =>
  typeof config === 'object' && config !== null && 'auth' in config && config.auth === 'application';

async function move(
  store: Store,
  given: ByHand,
  action: string,
  work: (tx: Tx, row: NonNullable<Awaited<ReturnType<typeof lockIntegration>>>) => Promise<IntegrationMoved>,
): Promise<IntegrationMoved> {
  const { companyId, integrationId, actor } = given;
  const result = await store.transaction<IntegrationMoved>(async (tx) => {
    const row = await lockIntegration(tx, { id: integrationId, companyId });
    if (row === null) return { kind: 'not-found' };
    const moved = await work(tx, row);
    if (moved.kind === 'moved')
      await addAuditEntry(tx, {
        companyId,
        actor,
        action,
        entity: 'integration',
        entityId: integrationId,
        before: { state: row.state },
        after: { state: moved.to },
      });
    return moved;
  });
  if (result.kind === 'moved') tell(store, [integrationId]);
  return result;
}
