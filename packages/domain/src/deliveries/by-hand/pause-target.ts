import { pauseDeliveryTarget, resumeDeliveryTarget, type Store, type TargetOfCompany } from '@domovoy/store';
import { tell } from './tell.ts';

/**
 * Nothing new is sent to the integration until somebody resumes it; what is on its way ends. False: it is paused
 * already, or not the company's.
 */
export async function pauseTarget(
  store: Store,
  given: TargetOfCompany & { actor: string; reason: string | null },
): Promise<boolean> {
  const isPaused = await pauseDeliveryTarget(store, given);
  if (isPaused) tell(store, [given.integrationId]);
  return isPaused;
}

/** Sending goes on, also when the target had asked for a rest. False: there was nothing to resume. */
export async function resumeTarget(store: Store, given: TargetOfCompany): Promise<boolean> {
  const isResumed = await resumeDeliveryTarget(store, given);
  if (isResumed) tell(store, [given.integrationId]);
  return isResumed;
}
