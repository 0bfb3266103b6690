import { createEventGenerator } from '@domovoy/sandbox';
import { expect } from 'vitest';
import type { Hub } from '../parts/hub.ts';
import type { ForeignClient } from './foreign-clients.ts';

interface FoundMessages {
  conversations: { nodes: { messages: { nodes: { text: string }[] } }[] };
}

interface FoundSignUps {
  signUps: { nodes: { uid: string; state: string; timeline: { nodes: { kind: string }[] } }[] };
}

/**
 * A foreign client produces a message and a sign-up (in both topics); both have to be found by a query and have to
 * come over a subscription that was open before.
 */
export async function sendAndSee(
  client: ForeignClient,
  hub: Hub,
  kafka: { brokers: readonly string[]; companyShortName: string },
): Promise<void> {
  const events = createEventGenerator({ seed: client.name, companyShortName: kafka.companyShortName });
  const text = `Привет от ${client.name}`;
  const message = events.message({ text });
  const signUp = events.signUpEvent();
  const messages = hub.subscribe({ topic: 'messages' });
  const signUps = hub.subscribe({ topic: 'sign-ups' });
  try {
    await expect.poll(() => messages.isLive && signUps.isLive, { timeout: 60_000 }).toBe(true);
    for (const { topic, key, value } of [...message, ...events.signUpRecords(signUp)])
      await client.produce({ brokers: kafka.brokers.join(','), topic, key, value });

    await expect.poll(() => messages.events.length, { timeout: 60_000 }).toBe(1);
    await expect
      .poll(() => signUps.events.map(({ record }) => record), { timeout: 60_000 })
      .toContain(signUp.uid);
    const found = await hub.query<FoundMessages>(
      `{ conversations(first: 1) { nodes { messages(last: 1) { nodes { text } } } } }`,
    );
    expect(found.conversations.nodes[0]?.messages.nodes[0]?.text).toBe(text);
    // Whichever topic is read first, the sign-up is one, and both are in its timeline.
    const look = async () => {
      const { signUps: seen } = await hub.query<FoundSignUps>(
        `query ($uid: ID) { signUps(first: 10, filter: { uid: $uid }) {
          nodes { uid state timeline(first: 10) { nodes { kind } } } } }`,
        { uid: signUp.uid },
      );
      return seen.nodes.map(({ uid, state, timeline }) => [
        uid,
        state,
        ...timeline.nodes.map(({ kind }) => (kind === 'REPEATED' ? 'ADOPTED' : kind)).toSorted(),
      ]);
    };
    await expect.poll(look, { timeout: 60_000 }).toEqual([[signUp.uid, 'NEW', 'ADOPTED', 'RECEIVED']]);
  } finally {
    await Promise.all([messages.close(), signUps.close()]);
  }
}
