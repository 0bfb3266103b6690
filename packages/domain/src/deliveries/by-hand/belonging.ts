import { type DeliveryRow, patchDeliveryPayload, type SignUpStep, type Tx } from '@domovoy/store';
import type { z } from 'zod';
import { cancelMessage, lockMessage, requeue } from '../../messaging/message-of-delivery.ts';
import { cancelMatch, rematch } from '../../sign-up/by-hand/match-of-delivery.ts';
import { cancelStep, lockSignUpOf, resumeStep } from '../../sign-up/by-hand/step-of-delivery.ts';
import { SIGN_UP_KINDS } from '../../sign-up/sign-up-kinds.ts';
import { messageSend } from '../kinds/message-send.ts';

/** Who decided about which delivery. */
export interface ByHand {
  readonly companyId: bigint;
  readonly deliveryId: bigint;
  readonly actor: string;
}

interface Redelivered extends ByHand {
  /** The delivery by which it is sent again. */
  readonly copyId: bigint;
}

/**
 * What a delivery is a part of (a message, a step of a sign-up), and what becomes of that when a person decides about
 * the delivery. All in the transaction of the decision.
 */
export interface Belonging {
  /** First of all: nobody else decides about it then. Everywhere a sign-up is locked before a conversation, and that before a delivery. */
  lock(tx: Tx): Promise<void>;
  /** The delivery was cancelled. */
  cancelled(tx: Tx, by: ByHand): Promise<void>;
  redelivered(tx: Tx, by: Redelivered): Promise<void>;
}

type Read = (delivery: DeliveryRow) => Belonging | null;

/** A payload that its kind does not know belongs to nothing: its delivery is dead in any case. */
const reading =
  <Schema extends z.ZodType>(
    schema: Schema,
    read: (payload: z.output<Schema>, row: DeliveryRow) => Belonging,
  ): Read =>
  (row) => {
    const payload = schema.safeParse(row.payload);
    return payload.success ? read(payload.data, row) : null;
  };

const step = ({ companyId }: DeliveryRow, signUpId: bigint, name: SignUpStep) => {
  const of = { companyId, signUpId, step: name };
  return {
    lock: (tx: Tx) => lockSignUpOf(tx, of),
    cancelled: (tx: Tx, by: ByHand) => cancelStep(tx, of, by),
    async redelivered(tx: Tx, by: Redelivered) {
      const version = await resumeStep(tx, of, by);
      // A step belongs to one version of its sign-up.
      if (version !== null) await patchDeliveryPayload(tx, by.copyId, { version });
    },
    /** For what is a step, but no delivery of a step. */
    resumed: (tx: Tx, by: Redelivered) => resumeStep(tx, of, by),
  };
};

const fixedStep = (kind: 'account' | 'flat' | 'connections'): Read =>
  reading(SIGN_UP_KINDS[`sign_up.ensure_${kind}`].payload, ({ signUpId }, row) => step(row, signUpId, kind));

const backStep = (kind: 'block_connections' | 'block_account'): Read =>
  reading(SIGN_UP_KINDS[`sign_up.${kind}`].payload, ({ signUpId }, row) => step(row, signUpId, kind));

const message = reading(messageSend.payload, ({ messageId, conversationId, signUp }, row): Belonging => {
  const of = { companyId: row.companyId, messageId, conversationId };
  const part = signUp ? step(row, signUp.id, signUp.step) : null;
  return {
    async lock(tx) {
      await part?.lock(tx);
      await lockMessage(tx, of);
    },
    async cancelled(tx, by) {
      await cancelMessage(tx, of, by);
      await part?.cancelled(tx, by);
    },
    async redelivered(tx, by) {
      await requeue(tx, of);
      await part?.resumed(tx, by);
    },
  };
});

const match = reading(SIGN_UP_KINDS['sign_up.match'].payload, ({ signUpId }, { companyId }): Belonging => {
  const of = { companyId, signUpId };
  return {
    lock: (tx) => lockSignUpOf(tx, of),
    cancelled: (tx, by) => cancelMatch(tx, of, by),
    redelivered: (tx, by) => rematch(tx, of, by),
  };
});

/** By kind. One that is not here is its own end: nothing waits for it. */
const BELONGINGS: ReadonlyMap<string, Read> = new Map([
  ['message.send', message],
  ['sign_up.match', match],
  ['sign_up.ensure_account', fixedStep('account')],
  ['sign_up.ensure_flat', fixedStep('flat')],
  ['sign_up.ensure_connections', fixedStep('connections')],
  ['sign_up.block_connections', backStep('block_connections')],
  ['sign_up.block_account', backStep('block_account')],
  [
    'sign_up.set_status',
    reading(SIGN_UP_KINDS['sign_up.set_status'].payload, (told, row) => step(row, told.signUpId, told.step)),
  ],
  [
    'sign_up.send_message',
    reading(SIGN_UP_KINDS['sign_up.send_message'].payload, (told, row) =>
      step(row, told.signUpId, told.step),
    ),
  ],
]);

export const belongingOf = (delivery: DeliveryRow): Belonging | null =>
  BELONGINGS.get(delivery.kind)?.(delivery) ?? null;

/** Those that may be sent again many at once, without anything else to tell. */
export const belongsToNothing = (kind: string): boolean => !BELONGINGS.has(kind);
