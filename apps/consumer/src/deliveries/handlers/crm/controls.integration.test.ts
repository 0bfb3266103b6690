import { createLogger } from '@domovoy/service-kit';
import { loadIntegrations } from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crmHandlers } from './crm-handlers.ts';
import { type CrmWorld, createCrmWorld, type SignedUp } from './testing/crm-world.ts';

let world: CrmWorld;
beforeAll(async () => {
  world = await createCrmWorld({ isIdle: true });
});
afterAll(() => world.close());

/** One attempt, past the engine and its lanes; what it throws is what the engine would classify. */
async function attempt(signUp: SignedUp, portal = world.portal): Promise<void> {
  const { store, target } = world;
  const [integration] = await loadIntegrations(store, [target.integrationId]);
  if (!integration) throw new Error('it is there');
  const handler = crmHandlers({ store, bitrix24Of: () => portal, portalStates: new Map(), portalCutMs: 0 })[
    'crm.contact'
  ];
  const outcome = await handler.handle(
    {
      id: 1n,
      kind: 'crm.contact',
      companyId: target.companyId,
      subject: '',
      payload: { abonentId: signUp.abonentId, signUpId: signUp.id },
      attempt: 1,
      maxAttempts: 1,
      ambiguousAttempts: 0,
      traceparent: null,
    },
    {
      integration,
      signal: new AbortController().signal,
      logger: createLogger({ name: 'test', level: 'silent' }),
      record: () => {},
    },
  );
  if ('continuation' in outcome)
    await store.transaction((tx) => outcome.continuation?.(tx, () => {}) ?? Promise.resolve());
}

/** A portal whose answer to the look for a phone is held until two have looked. */
function lookedAtByTwo(portal: CrmWorld['portal']): CrmWorld['portal'] {
  const both = Promise.withResolvers<void>();
  let looked = 0;
  const look: typeof portal.duplicates.findByPhone = Object.assign(
    async (...args: Parameters<typeof portal.duplicates.findByPhone>) => {
      const found = await portal.duplicates.findByPhone(...args);
      looked += 1;
      if (looked === 2) both.resolve();
      await both.promise;
      return found;
    },
    portal.duplicates.findByPhone,
  );
  return { ...portal, duplicates: { ...portal.duplicates, findByPhone: look } };
}

describe('controls: without its protection a contact is there twice', () => {
  test('two sign-ups of one phone at once, without the lane that they share', async () => {
    const first = await world.signUp();
    const second = await world.signUp({ phone: first.phone });
    const portal = lookedAtByTwo(world.portal);
    await Promise.all([attempt(first, portal), attempt(second, portal)]);
    expect(await world.contactsWith(first.phone)).toHaveLength(2);
    // One after the other, as in a lane, they are one.
    const third = await world.signUp();
    const fourth = await world.signUp({ phone: third.phone });
    await attempt(third);
    await attempt(fourth);
    expect(await world.contactsWith(third.phone)).toHaveLength(1);
  });

  test('a creation of which nobody heard, without the look before it', async () => {
    const { portal } = world;
    const blind = {
      ...portal,
      items: { ...portal.items, list: Object.assign(async () => ({ rows: [] }), portal.items.list) },
      duplicates: {
        ...portal.duplicates,
        findByPhone: Object.assign(async () => ({}), portal.duplicates.findByPhone),
      },
    } as unknown as typeof portal;
    const unheard = { kind: 'error-after', call: 'crm.item.add', times: 1 };
    for (const [with_, expected] of [
      [blind, 2],
      [portal, 1],
    ] as const) {
      const signUp = await world.signUp();
      await world.control('POST', '/bitrix24/faults', unheard);
      await expect(attempt(signUp, with_)).rejects.toMatchObject({ unknownOutcome: true });
      await attempt(signUp, with_);
      expect(await world.contactsWith(signUp.phone)).toHaveLength(expected);
    }
  });
});
