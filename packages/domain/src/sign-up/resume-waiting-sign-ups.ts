import { notifyDeliveries, resumeSignUps, type Store } from '@domovoy/store';
import { SIGN_UP_KINDS } from './sign-up-kinds.ts';
import { REASONS_OF_THE_MIRROR } from './state-reason.ts';

/**
 * The mirror has been read: what waits for a house, an entrance or a flat range is looked at again. `cause` names the
 * reading; asked again for the same one, nothing happens.
 */
export async function resumeWaitingSignUps(
  store: Store,
  { companyId, integrationId, cause }: { companyId: bigint; integrationId: bigint; cause: string },
): Promise<number> {
  const enqueued = await resumeSignUps(store, {
    companyId,
    integrationId,
    cause,
    kind: 'sign_up.match',
    maxAttempts: SIGN_UP_KINDS['sign_up.match'].maxAttempts,
    reasons: REASONS_OF_THE_MIRROR,
  });
  if (enqueued > 0) notifyDeliveries(store, [integrationId]).catch(() => undefined);
  return enqueued;
}
