import { resolveCrmReview } from '@domovoy/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CrmWorld, createCrmWorld } from './testing/crm-world.ts';

let world: CrmWorld;
beforeAll(async () => {
  world = await createCrmWorld();
});
afterEach(() => world.control('DELETE', '/bitrix24/faults'));
afterAll(() => world.close());

const phonesOf = async (contactId: number): Promise<string[]> =>
  ((await world.contact(contactId)).fm ?? [])
    .filter(({ typeId }) => typeId === 'PHONE')
    .map(({ value }) => value);
const addContact = (fields: object): Promise<number> =>
  world
    .call<{ item: { id: number } }>('crm.item.add', { entityTypeId: 3, fields })
    .then(({ item }) => item.id);
const withPhone = (value: string) => ({ fm: [{ typeId: 'PHONE', valueType: 'WORK', value }] });

describe('a sign-up', () => {
  test('becomes a contact, a deal at its stage and a comment', async () => {
    const signUp = await world.signUp({ flat: '47' });
    await world.settled();
    const [contactId = 0] = await world.contactsWith(signUp.phone);
    const [deal, ...others] = await world.dealsOf(signUp);
    expect(others).toEqual([]);
    expect(deal).toMatchObject({
      title: 'Подключение: Иваново, Ташкентская, 100, кв. 47',
      stageId: 'NEW',
      categoryId: 0,
      contactId,
      originatorId: 'domovoy',
    });
    expect(await phonesOf(contactId)).toEqual([`+${signUp.phone}`]);
    expect(await world.contact(contactId)).toMatchObject({ originId: `abonent-${signUp.abonentId}` });
    expect(await world.commentsOf(deal?.id ?? 0)).toEqual([
      expect.stringContaining('Заявка на подключение: Иваново, Ташкентская, 100, кв. 47.'),
    ]);
    expect(await world.refOf({ entity: 'sign_up', entityId: signUp.id, remoteKind: 'deal' })).toMatchObject({
      remoteId: String(deal?.id),
      state: 'linked',
      detail: { stage: 'NEW', toldState: 'new' },
    });
  });

  test('of an abonent who is a contact already makes none, whatever way the phone is written there', async () => {
    const phone = '79000005001';
    const contactId = await addContact({
      name: 'Иван',
      ...withPhone('8 (900) 000-50-01'.replace(/\D/g, '')),
    });
    await world.signUp({ phone });
    await world.settled();
    expect(await world.contactsWith(phone)).toEqual([contactId]);
    expect(await phonesOf(contactId)).toEqual(['89000005001']);
    expect((await world.contact(contactId))['name']).toBe('Иван');
  });

  test('and the next one of the same abonent share the contact', async () => {
    const first = await world.signUp();
    const second = await world.signUp({ phone: first.phone, abonentId: first.abonentId, flat: '48' });
    await world.settled();
    expect(await world.contactsWith(first.phone)).toHaveLength(1);
    const [one] = await world.dealsOf(first);
    const [other] = await world.dealsOf(second);
    expect(one?.contactId).toBe(other?.contactId);
    expect(one?.id).not.toBe(other?.id);
  });

  test('that moves on moves its deal, and tells what happened', async () => {
    const signUp = await world.signUp();
    await world.settled();
    await world.move(signUp, 'provisioning', 'matched');
    await world.settled();
    await world.move(signUp, 'completed', 'completed');
    await world.settled();
    const [deal] = await world.dealsOf(signUp);
    expect(deal?.stageId).toBe('WON');
    const comments = await world.commentsOf(deal?.id ?? 0);
    expect(comments).toHaveLength(2);
    expect(comments[1]).toContain('Подключено');
  });
});

describe('several contacts with the phone', () => {
  test.each([
    ['oldest', 0],
    ['newest', 1],
  ] as const)('by the rule: the %s', async (whenSeveral, index) => {
    await world.mapping({ contact: { whenSeveral } });
    const phone = `790000051${index}0`;
    const ids = [await addContact(withPhone(phone)), await addContact(withPhone(`+${phone}`))];
    const signUp = await world.signUp({ phone });
    await world.settled();
    const [deal] = await world.dealsOf(signUp);
    expect(deal?.contactId).toBe(ids[index]);
    expect(await world.contactsWith(phone)).toHaveLength(2);
  });

  test('wait for a person when the rule says so; the one that they choose gets everything that waited', async () => {
    await world.mapping({ contact: { whenSeveral: 'review' } });
    const phone = '79000005201';
    const ids = [await addContact(withPhone(phone)), await addContact(withPhone(phone))];
    const signUp = await world.signUp({ phone });
    await world.settled();
    expect(await world.dealsOf(signUp)).toEqual([]);
    const [review] = await world.store.company(world.target.companyId).listCrmReviews({ limit: 10 });
    expect(review).toMatchObject({ reason: 'SEVERAL_CONTACTS', candidates: ids, entityId: signUp.abonentId });
    const contactId = ids[1] ?? 0;
    const { abonentId } = signUp;
    expect(
      await resolveCrmReview(world.store, { ...world.target, abonentId, contactId, actor: 'test' }),
    ).toEqual({
      kind: 'done',
    });
    await world.settled();
    const [deal] = await world.dealsOf(signUp);
    expect(deal?.contactId).toBe(contactId);
    expect(await world.commentsOf(deal?.id ?? 0)).toHaveLength(1);
    await world.mapping({});
  });
});

describe('effects of which nobody heard', () => {
  test.each(['crm.item.add', 'crm.item.update', 'crm.timeline.comment.add', 'crm.item.productrow.set'])(
    'of %s are found, not repeated',
    async (call) => {
      for (const kind of ['error-after', 'cut-after', 'timeout-after'])
        await world.control('POST', '/bitrix24/faults', { kind, call, times: 1 });
      const signUps = [await world.signUp(), await world.signUp(), await world.signUp()];
      await world.settled(40_000);
      for (const signUp of signUps) await world.move(signUp, 'rejected', 'rejected');
      await world.settled(40_000);
      for (const signUp of signUps) {
        expect(await world.contactsWith(signUp.phone)).toHaveLength(1);
        const deals = await world.dealsOf(signUp);
        expect(deals.map(({ stageId }) => stageId)).toEqual(['LOSE']);
        expect(await world.commentsOf(deals[0]?.id ?? 0)).toHaveLength(2);
      }
    },
    60_000,
  );
});
