import type { ActedOnce, ActRefused, KeyConflict } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import type { SignUpRow } from '@domovoy/store';
import type { Context } from '../../context.ts';
import { forgetLoaded } from '../../context.ts';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';
import { idempotencyConflict } from '../outcome/idempotency.ts';
import { notFoundError, rosdomofonOffError, staleVersionError } from '../outcome/user-error.ts';

export const ABSENT = ['There is no such sign-up.', ['input', 'id']] as [string, string[]];

export const findSignUp = async (loaders: Loaders, text: string): Promise<SignUpRow | null> => {
  const id = decodeId('SignUp', text);
  return id === null ? null : loaders.signUps.load(id);
};

/** What every act on a sign-up may come to, with the sign-up as it is afterwards. */
export async function actOutcome(
  context: Context,
  signUpId: bigint,
  result: ActedOnce | ActRefused | KeyConflict,
) {
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'not-found') return notFoundError(...ABSENT);
  if (result.kind === 'off') return rosdomofonOffError('off');
  if (result.kind === 'conflict') {
    const { version, by, at } = result;
    return staleVersionError({ currentVersion: version, changedBy: by, changedAt: at });
  }
  forgetLoaded(context);
  const signUp = await context.loaders.signUps.load(signUpId);
  if (signUp === null)
    throw new DomovoyError('A sign-up that was acted on is not there.', { code: 'SIGN_UP_MISSING' });
  return result.kind === 'done' ? { signUp } : signUpStateError(signUp);
}

const signUpStateError = (signUp: SignUpRow) => ({
  __typename: 'SignUpStateError' as const,
  code: 'SIGN_UP_STATE' as const,
  message: 'This is not possible in the state that the sign-up is in.',
  path: ['input', 'id'],
  signUp,
});
