import { createTestDatabase } from '@domovoy/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import type { ConversationFilter } from './conversation-filter.ts';

let store: Store;
beforeAll(async () => {
  const { url } = await createTestDatabase();
  store = openStore(url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

// Quarters of an hour are how the list is indexed; nobody may see them. 7 minutes: several in one, on borders, in others.
const MINUTE_MS = 60_000;
const STEP_MS = 7.5 * MINUTE_MS;
const at = (step: number) => new Date(Date.UTC(2026, 0, 1) + step * STEP_MS);

async function pages(companyId: bigint, filter: ConversationFilter, limit: number, forward: boolean) {
  const seen: bigint[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page = { direction: forward ? 'forward' : 'backward', limit, cursor } as const;
    const { rows, hasMore } = await store.company(companyId).listConversations({ filter, page });
    const ids = rows.map(({ id }) => id);
    if (forward) seen.push(...ids);
    else seen.unshift(...ids);
    cursor = (forward ? rows.at(-1) : rows[0])?.key ?? null;
    if (!hasMore) return seen;
  }
}

let companies = 0n;

test('pages of any size, in both directions and within any range, are the list by the newest message', async () => {
  const row = fc.record({
    step: fc.integer({ min: 0, max: 12 }),
    state: fc.constantFrom('open', 'resolved'),
  });
  const range = fc.record({
    from: fc.option(fc.integer({ min: 0, max: 12 })),
    to: fc.option(fc.integer({ min: 0, max: 12 })),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      range,
      fc.option(fc.constantFrom('open' as const, 'resolved' as const)),
      async (given, limit, forward, { from, to }, state) => {
        const companyId = ++companies;
        const inserted: { id: bigint; step: number; state: string }[] = [];
        for (const [i, { step, state: is }] of given.entries()) {
          const [made] = await store.run<{ id: bigint }>(
            `insert into conversations (company_id, abonent_rosdomofon_id, channel, state, last_message_at)
             values ($1, $2, 'support', $3, $4::timestamptz) returning id`,
            [companyId, i, is, at(step).toISOString()],
          );
          inserted.push({ id: made?.id ?? 0n, step, state: is });
        }
        const expected = inserted
          .filter(({ step }) => (from === null || step >= from) && (to === null || step < to))
          .filter((one) => state === null || one.state === state)
          .toSorted((a, b) => b.step - a.step || Number(b.id - a.id));
        const filter = {
          lastMessageAt: { from: from === null ? undefined : at(from), to: to === null ? undefined : at(to) },
          states: state === null ? undefined : [state],
        };
        expect(await pages(companyId, filter, limit, forward)).toEqual(expected.map(({ id }) => id));
      },
    ),
    { numRuns: 60 },
  );
});
