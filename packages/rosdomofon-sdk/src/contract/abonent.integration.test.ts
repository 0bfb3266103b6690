import { type AbonentTokens, createRosDomofonAbonent, type RosDomofonAbonent } from '@domovoy/rosdomofon-sdk';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from './testing/test-sandbox.ts';

let sandbox: TestSandbox;
let phone: string;
let app: RosDomofonAbonent;
let kept: AbonentTokens[];
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 1000 });
});
beforeEach(async () => {
  await sandbox.control('POST /reset');
  kept = [];
  app = createRosDomofonAbonent({
    baseUrl: sandbox.endpoints.rosdomofon.url,
    onTokens: (tokens) => void kept.push(tokens),
  });
  phone ??= await phoneWithDoors();
});
afterEach(() => app.close());
afterAll(() => sandbox[Symbol.asyncDispose]());

/** Somebody who may open a gate and look through a camera. */
async function phoneWithDoors(): Promise<string> {
  const { services } = sandbox.connect();
  const gates = new Set<string>();
  const cameras = new Set<string>();
  for await (const { id, type } of services.list())
    for await (const { account, blocked } of services.connections({ serviceId: id })) {
      const number = account?.owner.phone;
      if (!number || account.blocked || blocked) continue;
      if (type === 'Gate') gates.add(number);
      if (type === 'VideoSurveillance') cameras.add(number);
    }
  const found = [...gates].find((number) => cameras.has(number));
  if (found === undefined) throw new Error('nobody has a gate and a camera');
  return found;
}

const codeFor = async (number: string) => {
  const { codes } = await sandbox.control<{ codes: { code: string }[] }>(`GET /sms?phone=${number}`);
  return codes[0]?.code ?? '';
};
const signIn = async () => {
  await app.signIn.requestCode({ phone });
  return app.signIn.confirm({ phone, code: await codeFor(phone) });
};

test('signs in with a code by SMS; a wrong code is told', async () => {
  await app.signIn.requestCode({ phone });
  await expect(app.signIn.confirm({ phone, code: '00' })).rejects.toMatchObject({
    code: 'ROSDOMOFON_CREDENTIALS_REFUSED',
  });
  const tokens = await app.signIn.confirm({ phone, code: await codeFor(phone) });
  expect(kept).toEqual([tokens]);
  expect(await app.settings.get()).toMatchObject({ callsMuted: expect.any(Boolean) });
});

test('opens the doors of the keys, and no others', async () => {
  await signIn();
  const keys = await app.keys.list();
  expect(keys.length).toBeGreaterThan(0);
  for (const { adapterId, relay } of keys) await app.keys.activate({ adapterId, relay });
  const { openings } = await sandbox.control<{ openings: object[] }>(`GET /doors?phone=${phone}`);
  expect(openings).toHaveLength(keys.length);
  await expect(app.keys.activate({ adapterId: keys[0]?.adapterId ?? 0, relay: 7 })).rejects.toMatchObject({
    code: 'ROSDOMOFON_FORBIDDEN',
  });
});

test('looks through cameras', async () => {
  await signIn();
  const cameras = await app.cameras.list();
  expect(await app.cameras.list({ version: 'v2' })).toEqual(cameras);
  const cameraId = cameras[0]?.id ?? 0;
  expect(await app.cameras.get({ cameraId })).toMatchObject({ id: cameraId });
});

test('changes settings one by one', async () => {
  await signIn();
  await app.settings.update({ callsMuted: true });
  await app.settings.update({ chatsMuted: true });
  expect(await app.settings.get()).toEqual({ callsMuted: true, chatsMuted: true });
});

test('stays signed in when the token is revoked, and in the next client', async () => {
  const tokens = await signIn();
  await sandbox.control('POST /tokens/revoke');
  await app.settings.get();
  expect(kept).toHaveLength(2);
  await using later = createRosDomofonAbonent({
    baseUrl: sandbox.endpoints.rosdomofon.url,
    tokens: { ...tokens, expiresAt: 0 },
  });
  await later.settings.get();
});
