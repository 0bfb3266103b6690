import {
  type Acted,
  type ActedOnce,
  type ActRefused,
  type AddressAsked,
  type ApprovalPreview,
  type ApprovalRefused,
  type ApproveManyResult,
  actOnce,
  approveSignUp,
  approveSignUps,
  assignSignUp,
  type ClaimedByOther,
  claimSignUp,
  compensateSignUp,
  type DecisionToUndo,
  type KeyConflict,
  type ParkingRefused,
  parkSignUp,
  previewApproval,
  previewWelcome,
  type RejectionRefused,
  rejectSignUp,
  releaseSignUp,
  retrySignUp,
  type SavedSignUpPolicy,
  type SignUpAct,
  type SignUpApproval,
  type SignUpAssignment,
  type SignUpCompensation,
  type SignUpDecision,
  type SignUpRejection,
  saveSignUpPolicy,
  suggestEntrances,
  type TooLate,
  undoDecision,
} from '@domovoy/domain';
import type { SignUpFilter, Store } from '@domovoy/store';
import { actorOf, type Caller } from './caller.ts';

/** An act without who does it; once for each key. */
type Keyed<Act extends Omit<SignUpAct, 'expectedVersion'>> = Omit<Act, 'companyId' | 'actor'> & {
  readonly idempotencyKey: string;
};
type Outcome<Refused = never> = Promise<ActedOnce | ActRefused | Refused | KeyConflict>;

export interface SignUpCommands {
  approveSignUp(given: Keyed<SignUpApproval>): Outcome<ApprovalRefused>;
  rejectSignUp(given: Keyed<SignUpRejection>): Outcome<RejectionRefused>;
  retrySignUp(given: Keyed<SignUpAct>): Outcome;
  assignSignUp(given: Keyed<SignUpAssignment>): Outcome;
  undoDecision(given: Keyed<DecisionToUndo>): Outcome<TooLate>;
  compensateSignUp(given: Keyed<SignUpCompensation>): Outcome<RejectionRefused>;
  claimSignUp(signUpId: bigint, takesOver: boolean): Promise<Acted | ActRefused | ClaimedByOther>;
  releaseSignUp(signUpId: bigint): Promise<Acted | ActRefused | ClaimedByOther>;
  parkSignUp(given: {
    signUpId: bigint;
    until: Date | null;
    note: string | null;
  }): Promise<Acted | ActRefused | ParkingRefused>;
  approveSignUps(given: {
    filter: SignUpFilter;
    expectedCount: number;
    idempotencyKey: string;
  }): Promise<ApproveManyResult | KeyConflict>;
  suggestEntrances(asked: AddressAsked): ReturnType<typeof suggestEntrances>;
  /** Null: the company has no such sign-up. */
  previewApproval(signUpId: bigint, decision: SignUpDecision): Promise<ApprovalPreview | null>;
  previewWelcome(text: string, signUpId: bigint | null): ReturnType<typeof previewWelcome>;
  saveSignUpPolicy(given: {
    expectedVersion: number | null;
    policy: { mode: unknown; startsAt?: unknown; rules?: unknown };
  }): Promise<SavedSignUpPolicy>;
}

export function signUpCommands(store: Store, caller: Caller): SignUpCommands {
  const { companyId } = caller;
  const by = { companyId, actor: actorOf(caller) };
  return {
    approveSignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'approveSignUp', idempotencyKey }, { ...by, ...given }, approveSignUp),
    rejectSignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'rejectSignUp', idempotencyKey }, { ...by, ...given }, rejectSignUp),
    retrySignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'retrySignUp', idempotencyKey }, { ...by, ...given }, retrySignUp),
    assignSignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'assignSignUp', idempotencyKey }, { ...by, ...given }, assignSignUp),
    undoDecision: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'undoSignUpDecision', idempotencyKey }, { ...by, ...given }, undoDecision),
    compensateSignUp: ({ idempotencyKey, ...given }) =>
      actOnce(store, { mutation: 'compensateSignUp', idempotencyKey }, { ...by, ...given }, compensateSignUp),
    claimSignUp: (signUpId, takesOver) => claimSignUp(store, { ...by, signUpId, takesOver }),
    releaseSignUp: (signUpId) => releaseSignUp(store, { ...by, signUpId }),
    parkSignUp: (given) => parkSignUp(store, { ...by, ...given }),
    approveSignUps: (given) => approveSignUps(store, { ...by, ...given }),
    suggestEntrances: (asked) => suggestEntrances(store, companyId, asked),
    previewApproval: (signUpId, decision) => previewApproval(store, { ...by, signUpId, decision }),
    previewWelcome: (text, signUpId) => previewWelcome(store, { companyId, text, signUpId }),
    saveSignUpPolicy: (given) => saveSignUpPolicy(store, { ...by, ...given }),
  };
}
