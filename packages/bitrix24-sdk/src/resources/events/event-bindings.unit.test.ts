import { describe, expect, test } from 'vitest';
import { apiError, connectionLost, createFakeBitrix24, type FakeRequest } from '../../testing/index.ts';

/** A portal that keeps bindings, and refuses one twice with a code of its own (facts §8). */
function portal() {
  const fake = createFakeBitrix24();
  const bound: object[] = [];
  fake.answer('event.get', () => bound);
  fake.answer('event.bind', ({ params }: FakeRequest) => {
    const { event, handler = '', event_type } = params as Record<string, string>;
    bound.push({ event, handler, auth_type: '0', offline: event_type === 'offline' ? 1 : 0 });
    return true;
  });
  return { ...fake, bound };
}
const handler = 'https://hub.test/bitrix24/1';
const binds = ({ requests }: ReturnType<typeof portal>) =>
  requests.filter(({ method }) => method === 'event.bind').length;

test('a handler is bound once, however often it is asked for', async () => {
  const at = portal();
  await at.client.eventBindings.ensure({ event: 'onCrmDealAdd', handler });
  await at.client.eventBindings.ensure({ event: 'ONCRMDEALADD', handler });
  expect(binds(at)).toBe(1);
});

test('another address, and the offline queue, are other bindings', async () => {
  const at = portal();
  await at.client.eventBindings.ensure({ event: 'ONCRMDEALADD', handler });
  await at.client.eventBindings.ensure({ event: 'ONCRMDEALADD', handler: `${handler}/other` });
  await at.client.eventBindings.ensureOffline({ event: 'ONCRMDEALADD', authConnector: 'domovoy' });
  await at.client.eventBindings.ensureOffline({ event: 'ONCRMDEALADD' });
  expect(at.bound).toHaveLength(3);
});

describe('a refusal', () => {
  test('is none when somebody else has bound it meanwhile', async () => {
    const at = portal();
    at.answer('event.bind', () => {
      at.bound.push({ event: 'ONCRMDEALADD', handler, auth_type: '0', offline: 0 });
      return apiError(400, 'ERROR_HANDLER_ALREADY_EXIST', 'Unable to set event handler');
    });
    await at.client.eventBindings.ensure({ event: 'ONCRMDEALADD', handler });
    expect(at.bound).toHaveLength(1);
  });

  test('and an answer that got lost are none when it is bound', async () => {
    const at = portal();
    at.answer('event.bind', () => {
      at.bound.push({ event: 'ONCRMDEALADD', handler, auth_type: '0', offline: 0 });
      return connectionLost({ isSent: true });
    });
    await at.client.eventBindings.ensure({ event: 'ONCRMDEALADD', handler });
    expect(binds(at)).toBe(1);
  });

  test('is an error when it is not bound', async () => {
    const at = portal();
    at.answer('event.bind', apiError(400, 'ERROR_EVENT_NOT_FOUND', 'Event not found'));
    await expect(at.client.eventBindings.ensure({ event: 'ONNOTHING', handler })).rejects.toMatchObject({
      apiCode: 'ERROR_EVENT_NOT_FOUND',
    });
  });
});
