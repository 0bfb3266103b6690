import type { SubscriberLog } from '../world/subscriber.ts';
import { type LedgerEntry, place } from './ledger.ts';
import type { Observation } from './observe.ts';

/** One line for each thing that is not as it must be. Two empty lists: nothing lost, nothing twice. */
export interface Findings {
  lost: string[];
  duplicated: string[];
}

/**
 * The one judgement of all fault tests and of their controls: what Kafka acknowledged, against what is in the database
 * and what subscribers were told.
 */
export function compare(
  ledger: readonly LedgerEntry[],
  observed: Observation,
  seen?: { messages?: SubscriberLog; signUps?: SubscriberLog },
): Findings {
  const findings: Findings = { lost: [], duplicated: [] };
  compareInbox(ledger, observed, findings);
  compareMessages(ledger, observed, findings);
  compareSignUps(ledger, observed, findings);
  compareUnread(observed, findings);
  compareFeed(observed, findings);
  if (seen?.messages) compareSeenMessages(observed, seen.messages, findings);
  if (seen?.signUps) compareSeenSignUps(observed, seen.signUps, findings);
  return findings;
}

function compareInbox(ledger: readonly LedgerEntry[], { inbox }: Observation, findings: Findings): void {
  const rows = countBy(inbox, place);
  const states = new Map(inbox.map((row) => [place(row), row.state]));
  for (const entry of ledger) {
    const at = place(entry);
    if (!rows.has(at)) findings.lost.push(`${at} is not in the inbox`);
    else if (entry.expects.kind !== 'poison' && states.get(at) !== 'done')
      findings.lost.push(`${at} is ${states.get(at)} in the inbox`);
  }
  twice(rows, 'the inbox', findings);
}

function compareMessages(ledger: readonly LedgerEntry[], observed: Observation, findings: Findings): void {
  const { messages } = observed;
  const rows = countBy(messages, place);
  const texts = new Map(messages.map((row) => [place(row), row]));
  for (const entry of ledger) {
    if (entry.expects.kind !== 'message') continue;
    const row = texts.get(place(entry));
    if (row === undefined) findings.lost.push(`${place(entry)} has no message`);
    else if (row.text !== entry.expects.marker || row.direction !== entry.expects.direction)
      findings.lost.push(`${place(entry)} has another message`);
  }
  // The generator names one recipient per outgoing record, so every record has one message.
  twice(rows, 'messages', findings);
  const inTheInbox = new Set(observed.inbox.map(place));
  for (const row of messages)
    if (!inTheInbox.has(place(row))) findings.duplicated.push(`${place(row)} has a message and no inbox row`);
}

function compareSignUps(ledger: readonly LedgerEntry[], observed: Observation, findings: Findings): void {
  const { signUps, timeline } = observed;
  const byUid = new Map(signUps.map((row) => [row.uid, row]));
  const told = countBy(timeline, place);
  const last = new Map<string, { status: string; isNetwork: boolean }>();
  for (const { expects, ...entry } of ledger) {
    if (expects.kind !== 'sign-up') continue;
    // A sign-up is sent to both topics; the company's own decides.
    const isNetwork = expects.isNetwork && (last.get(expects.uid)?.isNetwork ?? true);
    last.set(expects.uid, { status: expects.status, isNetwork });
    if (!told.has(place(entry))) findings.lost.push(`${place(entry)} is not in a timeline`);
  }
  for (const [uid, { status, isNetwork }] of last) {
    const row = byUid.get(uid);
    if (row === undefined) findings.lost.push(`there is no sign-up ${uid}`);
    else if (row.wireStatus !== status)
      findings.lost.push(`sign-up ${uid} is ${row.wireStatus}, not ${status}`);
    else if ((row.state === 'network') !== isNetwork)
      findings.lost.push(`sign-up ${uid} is in state ${row.state}`);
  }
  twice(
    countBy(signUps, (row) => row.uid),
    'sign-ups',
    findings,
  );
  twice(told, 'timelines', findings);
}

/** Nobody reads in these tests: every message of an abonent counts. */
function compareUnread({ conversations, messages }: Observation, findings: Findings): void {
  const received = countBy(
    messages.filter((row) => row.direction === 'in'),
    (row) => row.conversationId,
  );
  for (const { id, unread } of conversations) {
    const expected = received.get(id) ?? 0;
    if (unread < expected) findings.lost.push(`conversation ${id} counts ${unread} unread of ${expected}`);
    if (unread > expected)
      findings.duplicated.push(`conversation ${id} counts ${unread} unread of ${expected}`);
  }
}

function compareFeed({ messages, signUps, changes }: Observation, findings: Findings): void {
  const added = (entity: string) =>
    countBy(
      changes.filter((row) => row.entity === entity && row.op === 'added'),
      (row) => row.entityId,
    );
  const messagesAdded = added('message');
  for (const { id } of messages)
    if (!messagesAdded.has(id)) findings.lost.push(`message ${id} is not in the feed`);
  const signUpsAdded = added('sign_up');
  for (const { id, state } of signUps)
    if (state !== 'network' && !signUpsAdded.has(id)) findings.lost.push(`sign-up ${id} is not in the feed`);
  twice(messagesAdded, 'the feed of messages', findings);
  twice(signUpsAdded, 'the feed of sign-ups', findings);
}

function compareSeenMessages({ messages }: Observation, seen: SubscriberLog, findings: Findings): void {
  const rows = countBy(seen.events, ({ record }) => record);
  for (const row of messages)
    if (!rows.has(place(row))) findings.lost.push(`the subscriber was not told of ${place(row)}`);
  twice(rows, "the subscriber's log", findings);
  compareCursors(seen, findings);
}

/** Several changes may come as one, so what counts is that the last thing told is how it is now. */
function compareSeenSignUps({ signUps }: Observation, seen: SubscriberLog, findings: Findings): void {
  const last = new Map(seen.events.map(({ record, status }) => [record, status]));
  for (const { uid, state, wireStatus } of signUps) {
    if (state === 'network') continue;
    if (!last.has(uid)) findings.lost.push(`the subscriber was not told of sign-up ${uid}`);
    else if (last.get(uid) !== wireStatus)
      findings.lost.push(`the subscriber was told last that ${uid} is ${last.get(uid)}, not ${wireStatus}`);
  }
  compareCursors(seen, findings);
}

function compareCursors({ events, gaps }: SubscriberLog, findings: Findings): void {
  twice(
    countBy(events, ({ cursor }) => cursor),
    "the subscriber's cursors",
    findings,
  );
  for (const gap of gaps) findings.lost.push(`the subscriber was told of a gap after ${gap}`);
}

function countBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}

function twice(counts: ReadonlyMap<unknown, number>, where: string, findings: Findings): void {
  for (const [key, count] of counts)
    if (count > 1) findings.duplicated.push(`${String(key)} is ${count} times in ${where}`);
}
