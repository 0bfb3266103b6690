import { DomovoyError } from '@domovoy/models';
import type { DeliveryTargetRow } from '@domovoy/store';
import { type Context, forgetLoaded } from '../../context.ts';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';
import { notFoundError } from '../outcome/user-error.ts';

/** Does something to the target that an input names. Done or refused, it is shown as it is afterwards. */
export async function onTarget(
  context: Context,
  text: string,
  { act, refusal }: { act: (id: bigint) => Promise<boolean>; refusal: string },
) {
  const id = decodeId('DeliveryTarget', text);
  const known = id === null ? null : await context.loaders.deliveryTargets.load(id);
  if (known === null) return notFoundError('There is no such target.', ['input', 'id']);
  const isDone = await act(known.id);
  forgetLoaded(context);
  const target = await namedTarget(context.loaders, known.id);
  return isDone ? { target } : targetStateError(refusal, target);
}

/** A target that is known to be there. */
export async function namedTarget(loaders: Loaders, id: bigint): Promise<DeliveryTargetRow> {
  const target = await loaders.deliveryTargets.load(id);
  if (target) return target;
  throw new DomovoyError('A target is not there any more.', { code: 'DELIVERY_TARGET_MISSING' });
}

const targetStateError = (message: string, target: DeliveryTargetRow) => ({
  __typename: 'TargetStateError' as const,
  code: 'TARGET_STATE' as const,
  message,
  path: ['input', 'id'],
  target,
});
