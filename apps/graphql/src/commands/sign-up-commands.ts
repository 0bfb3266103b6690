import {
  type ActedOnce,
  type ActRefused,
  type ApprovalRefused,
  actOnce,
  approveSignUp,
  assignSignUp,
  type KeyConflict,
  previewWelcome,
  type RejectionRefused,
  rejectSignUp,
  retrySignUp,
  type SavedSignUpPolicy,
  type SignUpAct,
  type SignUpApproval,
  type SignUpAssignment,
  type SignUpRejection,
  saveSignUpPolicy,
} from '@domovoy/domain';
import type { Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

/** An act without who does it; once for each key. */
type Keyed<Act extends SignUpAct> = Omit<Act, 'companyId' | 'actor'> & { readonly idempotencyKey: string };
type Outcome<Refused = never> = Promise<ActedOnce | ActRefused | Refused | KeyConflict>;

export interface SignUpCommands {
  approveSignUp(given: Keyed<SignUpApproval>): Outcome<ApprovalRefused>;
  rejectSignUp(given: Keyed<SignUpRejection>): Outcome<RejectionRefused>;
  retrySignUp(given: Keyed<SignUpAct>): Outcome;
  assignSignUp(given: Keyed<SignUpAssignment>): Outcome;
  previewWelcome(text: string, signUpId: bigint | null): ReturnType<typeof previewWelcome>;
  saveSignUpPolicy(given: {
    expectedVersion: number | null;
    policy: { mode: unknown; startsAt?: unknown; rules?: unknown };
  }): Promise<SavedSignUpPolicy>;
}

export function signUpCommands(store: Store, caller: Caller): SignUpCommands {
  const { companyId } = caller;
  const by = { companyId, actor: caller.actor };
  return {
    approveSignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'approveSignUp', idempotencyKey }, { ...by, ...given }, approveSignUp),
    rejectSignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'rejectSignUp', idempotencyKey }, { ...by, ...given }, rejectSignUp),
    retrySignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'retrySignUp', idempotencyKey }, { ...by, ...given }, retrySignUp),
    assignSignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'assignSignUp', idempotencyKey }, { ...by, ...given }, assignSignUp),
    previewWelcome: (text, signUpId) => previewWelcome(store, { companyId, text, signUpId }),
    saveSignUpPolicy: (given) => saveSignUpPolicy(store, { ...by, ...given }),
  };
}
