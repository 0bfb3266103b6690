import { textsAtPortal } from '../crm/chat-at-portal.ts';
import type { ChatLoad, ChatTalk } from '../crm/chat-load.ts';
import type { CrmStack } from '../crm/crm-stack.ts';
import type { Judgement } from '../rounds/judgement.ts';
import { attemptsOf, brokenOrder } from './sign-ups.ts';

/** What is not over yet. */
export async function whatIsOpenInChat(stack: CrmStack, load: ChatLoad): Promise<string[]> {
  const open = await openDeliveries(stack, load);
  // The feed is followed behind the chat: what nobody has begun to deliver is seen at its ends only.
  return open.length > 0 ? open : (await judgeTalks(stack, load)).lost;
}

async function openDeliveries({ sql }: CrmStack, { afterDelivery }: ChatLoad): Promise<string[]> {
  const rows = await sql<{ what: string }[]>`
    select concat_ws(' ', 'delivery', id, kind, 'is', state, last_error_code) as what from deliveries
    where id > ${String(afterDelivery)} and state in ('pending', 'leased') order by id`;
  return rows.map(({ what }) => what);
}

type Findings = Pick<Judgement, 'lost' | 'doubled' | 'broken' | 'flagged'>;

/** Each thing that was said is once at the other side, in its order, or is flagged; and the operator sees that it came. */
export async function judgeChat(stack: CrmStack, load: ChatLoad): Promise<Judgement> {
  const { sql } = stack;
  const found = await judgeTalks(stack, load);
  const judgement = {
    ...found,
    lost: [...(await openDeliveries(stack, load)), ...found.lost],
    broken: [...(await brokenOrder(sql, load.afterDelivery)), ...found.broken],
    ...(await attemptsOf(sql, load.afterDelivery)),
  };
  const { flagged, ambiguous } = judgement;
  if (flagged > ambiguous)
    judgement.broken.push(`${flagged} messages are flagged, ${ambiguous} attempts ambiguous`);
  return judgement;
}

async function judgeTalks(stack: CrmStack, load: ChatLoad): Promise<Findings> {
  const found: Findings = { lost: [], doubled: [], broken: [], flagged: 0 };
  const out = new Map<string, number>();
  for (const text of await stack.messagesOut()) out.set(text, (out.get(text) ?? 0) + 1);
  for (const talk of load.talks) await judgeTalk(stack, talk, out, found);
  return found;
}

async function judgeTalk(
  stack: CrmStack,
  talk: ChatTalk,
  out: ReadonlyMap<string, number>,
  found: Findings,
): Promise<void> {
  const said = await textsAtPortal(stack, talk.abonentId);
  const flagged = await flaggedTexts(stack, talk);
  found.flagged += flagged.size;
  const byHub = said.filter(({ by }) => by === 'hub').map(({ text }) => text);
  for (const text of talk.texts) {
    const count = byHub.filter((shown) => hasText(shown, text)).length;
    counted(found, `"${text}" at the portal`, count, flagged.has(text));
  }
  const places = talk.texts
    .map((text) => byHub.findIndex((shown) => hasText(shown, text)))
    .filter((place) => place >= 0);
  if (places.some((place, at) => place < (places[at - 1] ?? 0)))
    found.broken.push(`what ${talk.abonentId} wrote came in another order`);

  const inApp = await inApplication(stack, talk);
  for (const reply of talk.replies) {
    const count = Math.max(out.get(reply) ?? 0, inApp.filter((text) => text === reply).length);
    counted(found, `"${reply}" at RosDomofon`, count, flagged.has(reply));
    // It came from the portal: said there once, by the operator.
    const atPortal = said.filter(({ text }) => hasText(text, reply));
    counted(found, `"${reply}" at the portal`, atPortal.length, false);
    const isUnseen = atPortal.some(({ isDelivered }) => isDelivered === false);
    if (isUnseen && count > 0 && !flagged.has(reply))
      found.lost.push(`the operator does not see that "${reply}" was delivered`);
  }
}

/** `text 1 of 42`, and not `text 1 of 421`. */
const hasText = (shown: string, text: string): boolean => new RegExp(`${text}(?!\\d)`).test(shown);

function counted(found: Findings, what: string, count: number, isFlagged: boolean): void {
  if (count === 0 && !isFlagged) found.lost.push(`${what}: nowhere`);
  if (count > 1) found.doubled.push(`${what}: ${count} times`);
}

/** The texts of which a person is told that nobody knows whether they came. */
async function flaggedTexts({ sql }: CrmStack, { conversationId }: ChatTalk): Promise<ReadonlySet<string>> {
  const rows = await sql<{ text: string }[]>`
    select m.text from messages m where m.conversation_id = ${conversationId} and (m.is_outcome_unknown or exists (
      select from external_refs r where r.entity = 'message' and r.entity_id = m.id and r.state = 'ambiguous'))`;
  return new Set(rows.map(({ text }) => text));
}

async function inApplication({ control }: CrmStack, { abonentId }: ChatTalk): Promise<string[]> {
  const { messages } = await control<{ messages: { text: string; isIncoming: boolean }[] }>(
    'GET',
    `/chat?abonentId=${abonentId}`,
  );
  return messages.filter(({ isIncoming }) => !isIncoming).map(({ text }) => text);
}
