import type { Sql } from 'postgres';
import type { Judgement } from '../rounds/judgement.ts';
import type { Load, SentSignUp, Talk } from '../sign-ups/load.ts';
import type { SignUpStack } from '../sign-ups/sign-up-stack.ts';

/** What is not over yet; nothing: the run can be judged. */
export async function whatIsOpen({ sql }: SignUpStack, { signUps, afterDelivery }: Load): Promise<string[]> {
  const uids = signUps.map(({ uid }) => uid);
  const states = await sql<{ uid: string; state: string; reason: string | null }[]>`
    select uid::text, state, state_reason as reason from sign_ups where uid = any(${uids}::uuid[])`;
  const ends = new Map(signUps.map(({ uid, ends: end }) => [uid, end]));
  const done = new Set(states.filter(({ uid, state }) => state === ends.get(uid)).map(({ uid }) => uid));
  const deliveries = await sql<{ what: string }[]>`
    select concat_ws(' ', 'delivery', id, kind, 'is', state, last_error_code) as what from deliveries
    where id > ${String(afterDelivery)} and state in ('pending', 'leased') order by id`;
  const told = new Map(states.map(({ uid, state, reason }) => [uid, `${state} ${reason ?? ''}`]));
  return [
    ...uids.filter((uid) => !done.has(uid)).map((uid) => `sign-up ${uid} is ${told.get(uid) ?? 'not there'}`),
    ...deliveries.map(({ what }) => what),
  ];
}

/** Of each abonent the messages that nobody knows of whether they came. */
type Unknown = ReadonlyMap<number, string[]>;

/** Counts in RosDomofon itself; of the hub only what it says about order, repeats and what it does not know. */
export async function judgeRun(stack: SignUpStack, load: Load): Promise<Judgement> {
  const { sql } = stack;
  const judgement: Judgement = {
    lost: await whatIsOpen(stack, load),
    doubled: await repeatedSteps(sql, load.signUps),
    broken: await brokenOrder(sql, load.afterDelivery),
    ...(await attemptsOf(sql, load.afterDelivery)),
    flagged: 0,
  };
  const unknown = await unknownTexts(sql, load);
  for (const texts of unknown.values()) judgement.flagged += texts.length;
  for (const [phone, of] of Map.groupBy(load.signUps, (signUp) => signUp.phone))
    await judgePerson(stack, phone, of, unknown, judgement);
  for (const talk of load.talks) await judgeTalk(stack, load, talk, unknown, judgement);
  if (judgement.flagged > judgement.ambiguous)
    judgement.broken.push(
      `${judgement.flagged} messages are flagged, ${judgement.ambiguous} attempts ambiguous`,
    );
  return judgement;
}

/** Somebody with one sign-up or several; those that were refused have left nothing but a status. */
async function judgePerson(
  stack: SignUpStack,
  phone: string,
  signUps: readonly SentSignUp[],
  unknown: Unknown,
  { lost, doubled }: Judgement,
): Promise<void> {
  const { id, counts } = await stack.control<{ id: number; counts: Record<string, number> }>(
    'GET',
    `/abonent?phone=${phone}`,
  );
  const completed = signUps.filter(({ ends }) => ends === 'completed');
  const { length } = completed;
  const connections = completed.reduce((sum, { services }) => sum + services, 0);
  // Who comes again has an account already.
  const wanted = { accounts: Math.min(length, 1), flats: length, connections, messages: length };
  for (const [what, expected] of Object.entries(wanted)) {
    const count = counts[what] ?? 0;
    const isKnown = what !== 'messages' || !unknown.has(id);
    if (count < expected && isKnown) lost.push(`${phone} has ${count} ${what} of ${expected}`);
    if (count > expected) doubled.push(`${phone} has ${count} ${what} of ${expected}`);
  }
  const there = await stack.control<{ signUps: { uid: string; status: string }[] }>(
    'GET',
    `/sign-ups?phone=${phone}`,
  );
  for (const { uid, ends } of signUps) {
    const status = there.signUps.find((one) => one.uid === uid)?.status;
    const expected = ends === 'completed' ? 'connected' : 'rejected';
    if (status?.toLowerCase() !== expected) lost.push(`sign-up ${uid} is ${status} in RosDomofon`);
  }
}

/** Each answer once and in its order; of one that is flagged nobody knows, so it may be missing. */
async function judgeTalk(
  stack: SignUpStack,
  { way }: Load,
  { abonentId, conversationId, answers }: Talk,
  unknown: Unknown,
  judgement: Judgement,
): Promise<void> {
  const rows = await stack.sql<{ text: string }[]>`
    select text from messages where conversation_id = ${String(conversationId)} and direction = 'out'`;
  const { messages: chat } = await stack.control<{ messages: { text: string; isIncoming: boolean }[] }>(
    'GET',
    `/chat?abonentId=${abonentId}`,
  );
  const inChat = chat.filter(({ isIncoming }) => !isIncoming).map(({ text }) => text);
  for (const answer of answers) {
    const count = inChat.filter((text) => text === answer).length;
    const isKnown = !unknown.get(abonentId)?.includes(answer);
    if (count === 0 && isKnown) judgement.lost.push(`"${answer}" is not in the chat`);
    if (count > 1) judgement.doubled.push(`"${answer}" is ${count} times in the chat`);
    const inHub = rows.filter(({ text }) => text === answer).length;
    if (inHub > 1) judgement.doubled.push(`"${answer}" is ${inHub} times in the hub`);
  }
  // The chat is in the order of times that the hub gives; the topic is in the order in which they came.
  const came = way === 'rest' ? inChat.toReversed() : await stack.messagesOut();
  const places = answers.map((answer) => came.indexOf(answer)).filter((place) => place >= 0);
  if (places.some((place, at) => place < (places[at - 1] ?? 0)))
    judgement.broken.push(`the answers to ${abonentId} came in another order than they were queued in`);
}

async function unknownTexts(sql: Sql, { signUps, talks }: Load): Promise<Unknown> {
  const rows = await sql<{ abonentId: string; text: string }[]>`
    select c.abonent_rosdomofon_id::text as "abonentId", m.text
    from messages m join conversations c on c.id = m.conversation_id
    where m.is_outcome_unknown and (c.id = any(${talks.map((talk) => String(talk.conversationId))}::bigint[])
      or c.abonent_rosdomofon_id in (
        select abonent_rosdomofon_id from sign_ups where uid = any(${signUps.map(({ uid }) => uid)}::uuid[])))`;
  const byAbonent = Map.groupBy(rows, ({ abonentId }) => Number(abonentId));
  return new Map([...byAbonent].map(([id, of]) => [id, of.map(({ text }) => text)]));
}

/** The workflow went over a step twice: the second time was noticed by nobody. */
async function repeatedSteps(sql: Sql, signUps: readonly SentSignUp[]): Promise<string[]> {
  const rows = await sql<{ what: string }[]>`
    select concat_ws(' ', 'sign-up', s.uid, 'is', count(*), 'times', e.kind, e.details->>'step') as what
    from sign_up_events e join sign_ups s on s.id = e.sign_up_id
    where s.uid = any(${signUps.map(({ uid }) => uid)}::uuid[])
      and e.kind in ('matched', 'step_done', 'step_skipped', 'completed')
    group by s.uid, e.kind, e.details->>'step' having count(*) > 1`;
  return rows.map(({ what }) => what);
}

/**
 * Deliveries of one subject at one target that ended in another order than they were enqueued in. Of two that were
 * enqueued side by side either may be first: ids are given out before the commit, and who comes to send sees only what is
 * committed. One that had nothing to do has no place in the order: the next may begin before it is settled, and when
 * that is lost it ends behind it.
 */
export async function brokenOrder(sql: Sql, afterDelivery: bigint): Promise<string[]> {
  const rows = await sql<{ what: string }[]>`
    with ended as (
      select d.id, d.integration_id, d.subject, d.settled_at, concat_ws(' ', d.kind, d.id) as name, d.result,
        pg_xact_commit_timestamp(c.xmin) as enqueued_at
      from deliveries d join changes c on c.entity = 'delivery' and c.op = 'added' and c.entity_id = d.id
      where d.id > ${String(afterDelivery)} and d.state <> 'skipped' and d.kind <> 'crm.read'
        and d.settled_at is not null and d.result->>'isWritten' is distinct from 'false'
    )
    select concat_ws(' ', d.subject, 'ended with', d.name, d.result, 'before', e.name, e.result) as what
    from ended d join lateral (
      select * from ended e
      where (e.integration_id, e.subject) = (d.integration_id, d.subject) and e.id < d.id
        and e.enqueued_at <= d.enqueued_at and e.settled_at > d.settled_at
      order by e.id limit 1
    ) e on true
    order by d.id`;
  return rows.map(({ what }) => what);
}

export async function attemptsOf(
  sql: Sql,
  afterDelivery: bigint,
): Promise<{ ambiguous: number; repeats: number }> {
  const [row] = await sql<{ ambiguous: number; repeats: number }[]>`
    select count(*) filter (where a.outcome = 'ambiguous')::int as ambiguous,
      (count(*) - count(distinct d.id))::int as repeats
    from deliveries d join delivery_attempts a on a.delivery_id = d.id where d.id > ${String(afterDelivery)}`;
  return row ?? { ambiguous: 0, repeats: 0 };
}
