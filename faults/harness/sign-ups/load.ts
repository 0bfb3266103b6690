import { setTimeout } from 'node:timers/promises';
import { sendMessage } from '@domovoy/domain';
import { isRetryable } from '@domovoy/store';
import { vi } from 'vitest';
import type { Random } from '../parts/seeded.ts';
import type { SignUpStack } from './sign-up-stack.ts';

export interface SentSignUp {
  readonly uid: string;
  readonly phone: string;
  readonly services: number;
  /** As people decide, where they do; without them it is completed. */
  readonly ends: SignUpEnd;
}
export type SignUpEnd = 'completed' | 'rejected';

/** Somebody whom the operator answers. */
export interface Talk {
  readonly abonentId: number;
  readonly conversationId: bigint;
  /** In the order in which they were queued. */
  readonly answers: string[];
}

/** What one run sends, and by which its effects are found. */
export interface Load {
  readonly signUps: SentSignUp[];
  readonly talks: Talk[];
  readonly way: 'kafka' | 'rest';
  /** Deliveries of this run have higher ids. */
  readonly afterDelivery: bigint;
}

export interface LoadWish {
  /** How the operator's answers go. */
  way: 'kafka' | 'rest';
  /** Longest pause between two things that are sent. */
  pauseMs: number;
  /** At least and at most. */
  signUps: readonly [number, number];
  /** To each of the abonents who have written. */
  answers: readonly [number, number];
  /** One of these, for each sign-up. */
  ends: readonly [SignUpEnd, ...SignUpEnd[]];
}

export const ORDINARY: LoadWish = {
  way: 'kafka',
  pauseMs: 40,
  signUps: [3, 5],
  answers: [1, 3],
  ends: ['completed'],
};
const TALKS = 2;

/** Nothing is broken; but a connection that the run before has broken is noticed by the next one who takes it. */
export const PATIENT = { timeout: 240_000, interval: 20 };

/** Before anything breaks: abonents have written in, so that they can be answered. */
export async function prepareLoad(stack: SignUpStack, { way, answers }: LoadWish): Promise<Load> {
  await vi.waitFor(() => stack.sendBy(way), PATIENT);
  const talks: Talk[] = [];
  const wanted = answers[1] > 0 ? TALKS : 0;
  while (talks.length < wanted) {
    const phone = stack.newPhone();
    const { messages } = await stack.control<{ messages: { abonentId: number }[] }>('POST', '/messages', {
      phone: Number(phone),
      text: 'Здравствуйте',
    });
    const abonentId = messages[0]?.abonentId ?? 0;
    const conversationId = await vi.waitFor(async () => {
      const [row] = await stack.sql<{ id: string }[]>`
          select id::text from conversations where abonent_rosdomofon_id = ${abonentId}`;
      if (row === undefined) throw new Error(`the hub has no conversation with ${abonentId}`);
      return BigInt(row.id);
    }, PATIENT);
    talks.push({ abonentId, conversationId, answers: [] });
  }
  const afterDelivery = await vi.waitFor(() => lastDelivery(stack), PATIENT);
  return { signUps: [], talks, way, afterDelivery };
}

export async function lastDelivery({ sql }: Pick<SignUpStack, 'sql'>): Promise<bigint> {
  const [row] = await sql<{ id: string }[]>`select coalesce(max(id), 0)::text as id from deliveries`;
  return BigInt(row?.id ?? 0);
}

/** People sign up, each for a flat of their own and each event twice, and the operator answers; mixed, with pauses. */
export async function sendLoad(
  stack: SignUpStack,
  load: Load,
  random: Random,
  wish: LoadWish,
): Promise<void> {
  const answers = load.talks.flatMap((talk) =>
    Array.from({ length: random.int(...wish.answers) }, () => () => answer(stack, talk)),
  );
  const signUps = Array.from({ length: random.int(...wish.signUps) }, () => {
    const ends = wish.ends.length === 1 ? wish.ends[0] : random.pick(wish.ends);
    return () => signUp(stack, load, { ends });
  });
  await sendMixed([...answers, ...signUps], random, wish);
}

export async function sendMixed(
  sends: readonly (() => Promise<void>)[],
  random: Random,
  { pauseMs }: Pick<LoadWish, 'pauseMs'>,
): Promise<void> {
  for (const send of random.shuffled(sends)) {
    await send();
    await setTimeout(random.int(0, pauseMs));
  }
}

/** `phone`: of somebody who comes again, for another flat. */
export async function signUp(
  stack: SignUpStack,
  load: Pick<Load, 'signUps'>,
  { ends, phone = stack.newPhone() }: Pick<SentSignUp, 'ends'> & { phone?: string },
): Promise<void> {
  const { entranceId, flat, services } = stack.freeFlat();
  const answered = await stack.control<{ signUps: { uid: string }[] }>('POST', '/sign-ups', {
    phone,
    entranceId,
    flat,
  });
  const uid = answered.signUps[0]?.uid ?? '';
  load.signUps.push({ uid, phone, services, ends });
  await stack.control('POST', '/sign-ups', { uid });
}

/** As a client does it: asked again with the same key until it is queued. */
async function answer({ store, companyId }: SignUpStack, talk: Talk): Promise<void> {
  const text = `answer ${talk.answers.length + 1} to ${talk.abonentId}`;
  talk.answers.push(text);
  const { conversationId } = talk;
  const given = { companyId, conversationId, text, author: 'test', idempotencyKey: text };
  for (;;) {
    try {
      const result = await sendMessage(store, given);
      if (result.kind !== 'queued') throw new TypeError(JSON.stringify(result));
      return;
    } catch (error) {
      if (!isRetryable(error)) throw error;
      await setTimeout(50);
    }
  }
}
