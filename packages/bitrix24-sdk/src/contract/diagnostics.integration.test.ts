import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { CHANNELS } from '@domovoy/bitrix24-sdk';
import { afterEach, expect, test } from 'vitest';
import { Answered, refusal, startPair } from './testing/test-portal.ts';

const told: [string, unknown][] = [];
const listeners = Object.entries(CHANNELS).map(([name, channel]) => {
  const listen = (message: unknown) => void told.push([name, message]);
  subscribe(channel, listen);
  return () => unsubscribe(channel, listen);
});
afterEach(() => {
  for (const stop of listeners) stop();
});

test('requests, repeats and limits are told, without anything that is secret or personal', async () => {
  await using pair = await startPair(
    { '*': () => 1 },
    { gather: true, limits: { capacity: 1, perSecond: 2 } },
  );
  const { bitrix24, portal } = pair;
  const answers = [undefined, new Answered(502, '<html>'), refusal(503, 'QUERY_LIMIT_EXCEEDED')];
  portal.before = () => answers[portal.received.length - 1];
  const params = { phone: '+79000000001' };
  await bitrix24.call('first.get', params);
  await Promise.all([bitrix24.call('one.get', params), bitrix24.call('other.get', params)]);

  const host = new URL(portal.url).host;
  expect(told.filter(([name]) => name === 'requestEnd')).toMatchObject([
    ['requestEnd', { portal: host, method: 'first.get', commands: 1, lane: 'normal', status: 200 }],
    ['requestEnd', { method: 'batch', commands: 2, status: 502, errorCode: 'BITRIX24_SERVER' }],
    ['requestEnd', { status: 503, errorCode: 'BITRIX24_RATE_LIMIT' }],
    ['requestEnd', { status: 200, durationMs: expect.any(Number) }],
  ]);
  expect(told.filter(([name]) => name === 'requestStart')).toHaveLength(4);
  expect(told).toContainEqual(['limit', { portal: host, pauseMs: expect.any(Number) }]);
  expect(told).toContainEqual([
    'callRetry',
    { method: 'one.get', attempt: 1, delayMs: expect.any(Number), errorCode: 'BITRIX24_SERVER' },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/s3cr3t|79000000001/);
});
