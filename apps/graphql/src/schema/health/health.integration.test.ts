import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries } from '../../testing/deliveries.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());

it('health names the part that does not work, and is well again when it does', async () => {
  const demo = await api.tenant('demo');
  const stateOf = async (subject: string) => {
    const text =
      '{ health { state parts { subject state code message advice integration { id } } } consumerLag { lag } }';
    const { data, errors } = await api.query(demo.key, text);
    expect(errors).toEqual([]);
    return data.health.parts.find((part: { subject: string }) => part.subject === subject);
  };
  expect(await stateOf('CONSUMERS')).toMatchObject({ state: 'BROKEN', code: 'NO_CONSUMER' });
  await createDeliveries(api.store, demo);
  expect(await stateOf('CONSUMERS')).toMatchObject({ state: 'OK', code: null, advice: null });
  await api.store.run(`update integrations set state = 'paused', state_at = now()`, []);
  expect(await stateOf('INTAKE')).toMatchObject({ state: 'PAUSED', code: 'INTEGRATION_PAUSED' });
});
