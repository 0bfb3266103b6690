import {
  addAuditEntry,
  pauseDeliveryTarget,
  resumeDeliveryTarget,
  type Store,
  type TargetOfCompany,
  type Tx,
} from '@domovoy/store';
import { tell } from './tell.ts';

interface ByHand extends TargetOfCompany {
  readonly actor: string;
}

/**
 * Nothing new is sent to the integration until somebody resumes it; what is on its way ends. False: it is paused
 * already, or not the company's.
 */
export const pauseTarget = (store: Store, given: ByHand & { reason: string | null }): Promise<boolean> =>
  change(store, given, {
    action: 'delivery_target.pause',
    details: { reason: given.reason },
    isPaused: true,
    work: (tx) => pauseDeliveryTarget(tx, given),
  });

/** Sending goes on, also when the target had asked for a rest. False: there was nothing to resume. */
export const resumeTarget = (store: Store, given: ByHand): Promise<boolean> =>
  change(store, given, {
    action: 'delivery_target.resume',
    details: {},
    isPaused: false,
    work: (tx) => resumeDeliveryTarget(tx, given),
  });

interface Change {
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly isPaused: boolean;
  readonly work: (tx: Tx) => Promise<boolean>;
}

/** The row says who paused it only as long as it is; the audit trail says it for good. */
async function change(
  store: Store,
  { companyId, integrationId, actor }: ByHand,
  { action, details, isPaused, work }: Change,
): Promise<boolean> {
  const isDone = await store.transaction(async (tx) => {
    if (!(await work(tx))) return false;
    await addAuditEntry(tx, {
      companyId,
      actor,
      action,
      entity: 'integration',
      entityId: integrationId,
      details,
      before: { isPaused: !isPaused },
      after: { isPaused },
    });
    return true;
  });
  if (isDone) tell(store, [integrationId]);
  return isDone;
}
