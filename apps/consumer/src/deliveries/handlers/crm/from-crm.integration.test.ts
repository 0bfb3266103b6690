import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CrmWorld, createCrmWorld, type SignedUp } from './testing/crm-world.ts';

let world: CrmWorld;
beforeAll(async () => {
  world = await createCrmWorld();
});
afterAll(() => world.close());

const DEAL = 2;
const CONTACT = 3;

async function told(): Promise<{ signUp: SignedUp; dealId: number; contactId: number }> {
  const signUp = await world.signUp();
  await world.settled();
  const [deal] = await world.dealsOf(signUp);
  return { signUp, dealId: deal?.id ?? 0, contactId: deal?.contactId ?? 0 };
}
const moveDeal = (id: number, stageId: string) =>
  world.call('crm.item.update', { entityTypeId: DEAL, id, fields: { stageId } });
const stageOf = async (signUp: SignedUp) => (await world.dealsOf(signUp))[0]?.stageId;
const auditOf = ({ id }: SignedUp) =>
  world.store.run<{ actor: string; action: string }>(
    `select actor, action from audit_entries where entity = 'sign_up' and entity_id = $1`,
    [id],
  );

describe('a stage that people choose in the portal', () => {
  test('rejects the sign-up when the rule says so, with the portal as who did it', async () => {
    const { signUp, dealId } = await told();
    await moveDeal(dealId, 'LOSE');
    expect(await world.event(DEAL, dealId)).toBe(true);
    await world.settled();
    expect(await world.signUpRow(signUp)).toEqual({
      state: 'rejected',
      stateReason: 'REJECTED_BY_HAND',
      movedBy: 'bitrix24',
    });
    expect(await auditOf(signUp)).toEqual([{ actor: 'bitrix24', action: 'sign_up.reject' }]);
    expect(await stageOf(signUp)).toBe('LOSE');
  });

  test('moves it once, however often and late the portal tells', async () => {
    const { signUp, dealId } = await told();
    await moveDeal(dealId, 'LOSE');
    for (let n = 0; n < 5; n += 1) await world.event(DEAL, dealId);
    await world.settled();
    await world.event(DEAL, dealId);
    await world.settled();
    expect(await auditOf(signUp)).toHaveLength(1);
  });

  test('that is of no rule is left alone, until the sign-up moves on', async () => {
    const { signUp, dealId } = await told();
    await moveDeal(dealId, 'PREPAYMENT_INVOICE');
    await world.event(DEAL, dealId);
    await world.settled();
    expect((await world.signUpRow(signUp)).state).toBe('new');
    expect(await stageOf(signUp)).toBe('PREPAYMENT_INVOICE');
    await world.move(signUp, 'completed', 'completed');
    await world.settled();
    expect(await stageOf(signUp)).toBe('WON');
  });

  test('and cannot be followed goes back, and the timeline says why', async () => {
    const { signUp, dealId } = await told();
    // No entrance is known: nobody can approve it without choosing one.
    await moveDeal(dealId, 'EXECUTING');
    await world.event(DEAL, dealId);
    await world.settled();
    expect((await world.signUpRow(signUp)).state).toBe('new');
    expect(await stageOf(signUp)).toBe('NEW');
    const events = await world.store.run<{ details: unknown }>(
      `select details from sign_up_events where sign_up_id = $1 and kind = 'crm_refused'`,
      [signUp.id],
    );
    expect(events).toEqual([{ details: { code: 'AMBIGUOUS', stage: 'EXECUTING' } }]);
  });

  test('counts although the hub was about to write another one', async () => {
    const { signUp, dealId } = await told();
    await moveDeal(dealId, 'LOSE');
    // No event has come yet, and the sign-up moves on here.
    await world.move(signUp, 'needs_review', 'review_needed');
    await world.settled();
    expect((await world.signUpRow(signUp)).state).toBe('rejected');
    expect(await stageOf(signUp)).toBe('LOSE');
  });

  // Found by `faults/crm/kill`: the hub was killed after it had written EXECUTING and before it knew.
  test('is none of theirs when it was our own write that nobody has heard of: the deal goes on to where it belongs', async () => {
    const { signUp, dealId } = await told();
    await moveDeal(dealId, 'EXECUTING');
    await world.move(signUp, 'completed', 'completed');
    await world.settled();
    expect(await stageOf(signUp)).toBe('WON');
    expect(await auditOf(signUp)).toEqual([]);
    // Moved back by somebody when all of it was told, it stays.
    await moveDeal(dealId, 'EXECUTING');
    await world.event(DEAL, dealId);
    await world.settled();
    expect(await stageOf(signUp)).toBe('EXECUTING');
  });

  test('is not the echo of our own write', async () => {
    const { signUp, dealId } = await told();
    await world.move(signUp, 'rejected', 'rejected');
    await world.event(DEAL, dealId);
    await world.settled();
    await world.event(DEAL, dealId);
    await world.settled();
    expect(await auditOf(signUp)).toEqual([]);
  });
});

describe('what people delete or merge in the portal', () => {
  test('a deal stays deleted', async () => {
    const { signUp, dealId } = await told();
    await world.call('crm.item.delete', { entityTypeId: DEAL, id: dealId });
    await world.event(DEAL, dealId);
    await world.settled();
    await world.move(signUp, 'completed', 'completed');
    await world.settled();
    expect(await world.dealsOf(signUp)).toEqual([]);
    expect(await world.refOf({ entity: 'sign_up', entityId: signUp.id, remoteKind: 'deal' })).toMatchObject({
      state: 'gone',
    });
  });

  test('also when no event told of it', async () => {
    const { signUp, dealId } = await told();
    await world.call('crm.item.delete', { entityTypeId: DEAL, id: dealId });
    await world.move(signUp, 'completed', 'completed');
    await world.settled();
    expect(await world.dealsOf(signUp)).toEqual([]);
  });

  test('a contact that was merged into another one is found by its phone', async () => {
    const { signUp, contactId } = await told();
    const winner = await world.call<{ item: { id: number } }>('crm.item.add', {
      entityTypeId: CONTACT,
      fields: { name: 'Иван', fm: [{ typeId: 'PHONE', valueType: 'WORK', value: signUp.phone }] },
    });
    await world.call('crm.item.delete', { entityTypeId: CONTACT, id: contactId });
    await world.event(CONTACT, contactId);
    await world.settled();
    const ref = await world.refOf({ entity: 'abonent', entityId: signUp.abonentId, remoteKind: 'contact' });
    expect(ref).toMatchObject({ state: 'linked', remoteId: String(winner.item.id) });
  });

  test('a contact that is gone comes back with the next sign-up, not before', async () => {
    const { signUp, contactId } = await told();
    await world.call('crm.item.delete', { entityTypeId: CONTACT, id: contactId });
    await world.event(CONTACT, contactId);
    await world.settled();
    expect(await world.contactsWith(signUp.phone)).toEqual([]);
    await world.move(signUp, 'completed', 'completed');
    await world.settled();
    expect(await world.contactsWith(signUp.phone)).toEqual([]);
    const next = await world.signUp({ phone: signUp.phone, abonentId: signUp.abonentId });
    await world.settled();
    const [found] = await world.contactsWith(signUp.phone);
    expect((await world.dealsOf(next))[0]?.contactId).toBe(found);
  });

  test('what is nothing of ours is nothing to us', async () => {
    expect(await world.event(DEAL, 999_999)).toBe(false);
  });
});
