import { vi } from 'vitest';
import type { Random } from '../parts/seeded.ts';
import { lastDelivery, PATIENT, sendMixed } from '../sign-ups/load.ts';
import { findContact, OPERATOR_PREFIX, textsAtPortal } from './chat-at-portal.ts';
import type { CrmStack } from './crm-stack.ts';

/** An abonent and an operator at the portal, and what each of them has said so far. */
export interface ChatTalk {
  readonly abonentId: number;
  readonly conversationId: string;
  /** The abonent's, in their order. */
  readonly texts: string[];
  /** The operator's. */
  readonly replies: string[];
}

export interface ChatLoad {
  readonly talks: readonly ChatTalk[];
  /** Deliveries of this round have higher ids. */
  readonly afterDelivery: bigint;
}

export interface ChatWish {
  /** How the operator's replies go to the abonent. */
  readonly way: 'kafka' | 'rest';
  /** Longest pause between two things that are said. */
  readonly pauseMs: number;
  /** In each talk, at least and at most. */
  readonly texts: readonly [number, number];
  readonly replies: readonly [number, number];
}

export const ORDINARY_CHAT: ChatWish = { way: 'kafka', pauseMs: 40, texts: [2, 3], replies: [1, 3] };
const TALKS = 2;

/** Before anything breaks: abonents have written, and the portal has a place for what they say. */
export async function prepareChatLoad(stack: CrmStack, { way }: ChatWish): Promise<ChatLoad> {
  await vi.waitFor(() => stack.sendBy(way), PATIENT);
  const talks = await Promise.all(Array.from({ length: TALKS }, () => beginTalk(stack)));
  // Shown is not settled: what breaks next must not strike what is none of this round's.
  await stack.untilQuiet();
  return { talks, afterDelivery: await vi.waitFor(() => lastDelivery(stack), PATIENT) };
}

const GREETING = 'Здравствуйте';

async function beginTalk(stack: CrmStack): Promise<ChatTalk> {
  const phone = Number(stack.newPhone());
  const { messages } = await stack.control<{ messages: { abonentId: number }[] }>('POST', '/messages', {
    phone,
    text: GREETING,
  });
  const abonentId = messages[0]?.abonentId ?? 0;
  const conversationId = await vi.waitFor(async () => {
    const [row] = await stack.sql<{ id: string }[]>`
      select id::text from conversations where abonent_rosdomofon_id = ${abonentId}`;
    if (row === undefined) throw new Error(`the hub has no conversation with ${abonentId}`);
    return row.id;
  }, PATIENT);
  await vi.waitFor(async () => {
    const shown = await textsAtPortal(stack, abonentId);
    if (!shown.some(({ text }) => text.includes(GREETING)))
      throw new Error(`${abonentId} is not heard at the portal`);
  }, PATIENT);
  return { abonentId, conversationId, texts: [], replies: [] };
}

/** Abonents write, the operator replies at the portal; mixed, with pauses. */
export async function sendChatLoad(
  stack: CrmStack,
  { talks }: ChatLoad,
  random: Random,
  wish: ChatWish,
): Promise<void> {
  const sends = talks.flatMap((talk) => [
    ...Array.from({ length: random.int(...wish.texts) }, () => () => write(stack, talk)),
    ...Array.from({ length: random.int(...wish.replies) }, () => () => reply(stack, talk)),
  ]);
  await sendMixed(sends, random, wish);
}

async function write({ control }: CrmStack, { abonentId, texts }: ChatTalk): Promise<void> {
  const text = `text ${texts.length + 1} of ${abonentId}`;
  texts.push(text);
  await control('POST', '/messages', { abonentId, text });
}

async function reply(stack: CrmStack, { abonentId, replies }: ChatTalk): Promise<void> {
  const text = `reply ${replies.length + 1} to ${abonentId}`;
  replies.push(text);
  if (stack.chatMode === 'open_line')
    await stack.control('POST', '/bitrix24/operator/replies', { externalId: `abonent-${abonentId}`, text });
  else {
    const fields = {
      ENTITY_ID: await findContact(stack, abonentId),
      ENTITY_TYPE: 'contact',
      COMMENT: `${OPERATOR_PREFIX} ${text}`,
    };
    await stack.call('crm.timeline.comment.add', { fields });
  }
}
