import { saveIntegration } from '@domovoy/domain';
import { ensureCompany } from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ownedBy = (consumer: Awaited<ReturnType<World['startConsumer']>>) => consumer.worker.intakes.length;

/** A company with an integration of its own at a broker of its own. */
async function addIntegration(shortName: string, options: { password?: string } = {}) {
  const users = { operator: 'right' };
  const broker = await world.startBroker({
    companyShortName: shortName,
    groupId: `contract-${shortName}`,
    users,
  });
  const company = await ensureCompany(world.store.db, { shortName, name: shortName });
  const config = {
    brokers: broker.brokers,
    groupId: `contract-${shortName}`,
    tls: false,
    saslUsername: 'operator',
  };
  const save = (saslPassword: string, id?: bigint) =>
    saveIntegration(
      world.store,
      { ...(id ? { id } : {}), companyId: company.id, config, secrets: { saslPassword } },
      world.encryption,
    );
  const { id } = await save(options.password ?? 'right');
  const signUps = `select count(*) from sign_ups where company_id = ${company.id} and state = 'new'`;
  return { ...broker, id, signUps, save: (password: string) => save(password, id) };
}

describe('integrations', () => {
  test('are each read with their own access and their own group; one that is broken stops nobody', async () => {
    const [sound, broken] = [
      await addIntegration('second'),
      await addIntegration('third', { password: 'wrong' }),
    ];
    const consumer = await world.startConsumer();
    await sound.produce(sound.events.signUp());
    await world.produce(world.events.signUp());
    await world.until(sound.signUps, 1);
    await world.until(`select count(*) from sign_ups where state = 'new'`, 2);

    const [id, isBroken] = [broken.id, `select count(*) from integrations where state = 'broken'`];
    await world.until(isBroken, 1, 15_000);
    const [row] = await world.store.run<{ state_reason: string }>(
      'select state_reason from integrations where id = $1',
      [id],
    );
    expect(row?.state_reason).toMatch(/refused the login/);
    expect(consumer.isReady()).toBe(true);

    // A person enters the right password.
    await broken.produce(broken.events.signUp());
    await broken.save('right');
    await world.until(broken.signUps, 1, 15_000);
    await world.until(isBroken, 0, 15_000);
    await consumer.close();
  }, 60_000);

  test('are shared by two workers: the second gets its part, and all of it when the first ends', async () => {
    const first = await world.startConsumer();
    const all = await world.count('select count(*) from integrations');
    await vi.waitUntil(() => ownedBy(first) === all, 15_000);
    const second = await world.startConsumer();
    await vi.waitUntil(
      () => ownedBy(second) >= Math.floor(all / 2) && ownedBy(first) + ownedBy(second) === all,
      15_000,
    );
    expect(await world.count(`select count(distinct owner) from integrations`)).toBe(2);

    await first.close();
    await vi.waitUntil(() => ownedBy(second) === all, 15_000);
    const before = await world.count(`select count(*) from messages`);
    await world.produce(world.events.message());
    await world.until(`select count(*) from messages`, before + 1);

    // Paused by a person: its intake ends and nobody owns it; resumed, it is read again.
    await world.store.run(`update integrations set state = 'paused' where origin = 'environment'`, []);
    const ownedByNobody = `select count(*) from integrations where origin = 'environment' and owner is null`;
    await world.until(ownedByNobody, 1, 15_000);
    expect(ownedBy(second)).toBe(all - 1);
    await world.produce(world.events.message());
    await world.store.run(`update integrations set state = 'active' where origin = 'environment'`, []);
    await world.until(`select count(*) from messages`, before + 2, 15_000);
    await second.close();
    expect(await world.count(`select count(*) from integrations where owner is not null`)).toBe(0);
    expect(await world.count(`select count(*) from workers`)).toBe(0);
  }, 60_000);
});
