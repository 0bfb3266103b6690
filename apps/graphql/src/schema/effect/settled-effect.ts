import type { EffectOutcome, RequestedEffect } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import type { DeliveryRow } from '@domovoy/store';
import { type Context, forgetLoaded } from '../../context.ts';
import { idempotencyConflict } from '../outcome/idempotency.ts';
import { notFoundError, rosdomofonOffError } from '../outcome/user-error.ts';

/** What was asked for is done, or still on its way after the time that somebody wanted to wait. */
interface Effect {
  readonly delivery: DeliveryRow;
  /** RosDomofon's id that the delivery's result has under this name; null while there is none. */
  readonly idOf: (name: string) => bigint | null;
}

/** Waits for a change at RosDomofon, and says what came of it. */
export async function settledEffect(context: Context, requested: RequestedEffect, waitMs: number) {
  if (requested.kind === 'key-conflict') return idempotencyConflict();
  if (requested.kind === 'not-found') return notFoundError('There is no such object.', ['input', 'id']);
  if (requested.kind !== 'requested') return rosdomofonOffError(requested.kind);
  const { commands } = context;
  const delivery = await commands.settledDelivery(requested.deliveryId, waitMs);
  if (delivery === null)
    throw new DomovoyError('A delivery that was enqueued is not there.', { code: 'DELIVERY_MISSING' });
  forgetLoaded(context);
  return effectOf(delivery, await commands.effectOutcome(delivery));
}

function effectOf(delivery: DeliveryRow, outcome: EffectOutcome) {
  if (outcome.kind === 'done' || outcome.kind === 'pending') return effect(delivery);
  if (outcome.kind === 'not-found-there')
    return notFoundError('RosDomofon does not have it, or not any more.', ['input']);
  if (outcome.kind === 'refused') return rosdomofonRefusedError(delivery, outcome);
  if (outcome.kind === 'failed') return effectFailedError(delivery, 'The hub gave up.', outcome);
  const cancelled = { code: 'CANCELLED', isOutcomeUnknown: false };
  return effectFailedError(delivery, 'A person cancelled it.', cancelled);
}

const effect = (delivery: DeliveryRow): Effect => ({
  delivery,
  idOf: (name) => {
    const { result } = delivery;
    if (typeof result !== 'object' || result === null) return null;
    const value: unknown = Reflect.get(result, name);
    return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null;
  },
});

const rosdomofonRefusedError = (
  delivery: DeliveryRow,
  { code, reason }: { code: string; reason: string | null },
) => ({
  __typename: 'RosdomofonRefusedError' as const,
  code: 'ROSDOMOFON_REFUSED' as const,
  message: 'RosDomofon said no.',
  path: ['input'],
  reasonCode: code,
  rosdomofonSays: reason,
  delivery,
});

const effectFailedError = (
  delivery: DeliveryRow,
  message: string,
  { code, isOutcomeUnknown }: { code: string; isOutcomeUnknown: boolean },
) => ({
  __typename: 'EffectFailedError' as const,
  code: 'EFFECT_FAILED' as const,
  message,
  path: ['input'],
  reasonCode: code,
  isOutcomeUnknown,
  delivery,
});
