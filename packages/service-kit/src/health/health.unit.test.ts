import { afterEach, describe, expect, test } from 'vitest';
import { createMetrics } from '../metrics/create-metrics.ts';
import type { HealthChecks } from './health-routes.ts';
import { type HealthServer, startHealthServer } from './start-health-server.ts';

const ok = () => ({ ok: true });
let server: HealthServer | undefined;
afterEach(() => server?.[Symbol.asyncDispose]());

async function get(path: string, checks: Partial<HealthChecks> = {}) {
  const metrics = createMetrics({ processMetrics: false });
  metrics
    .counter({ name: 'domovoy_events_total', help: 'Events', labels: ['kind'] })
    .inc({ kind: 'sign-up' }, 2);
  server = await startHealthServer({ host: '127.0.0.1', port: 0, live: ok, ready: ok, metrics, ...checks });
  return fetch(server.url + path);
}

describe('the health server', () => {
  test('says 200 when the check is well, with its details', async () => {
    const response = await get('/readyz', { ready: () => ({ ok: true, details: { owned: 2 } }) });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, owned: 2 });
  });

  test('says 503 when the check says no, and when it throws, without the message', async () => {
    const no = await get('/readyz', {
      ready: async () => ({ ok: false, details: { reason: 'no database' } }),
    });
    expect([no.status, await no.json()]).toEqual([503, { ok: false, reason: 'no database' }]);
    await server?.[Symbol.asyncDispose]();
    const thrown = await get('/healthz', {
      live: () => {
        throw new RangeError('hunter2');
      },
    });
    expect([thrown.status, await thrown.json()]).toEqual([503, { ok: false, reason: 'RangeError' }]);
  });

  test('says 503 when the check does not answer in time', async () => {
    const hung = await get('/readyz', { ready: () => new Promise(() => {}) });
    expect(hung.status).toBe(503);
  });

  test('shows the metrics as text', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('domovoy_events_total{kind="sign-up"} 2');
  });

  test('knows no other path and no other method', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await fetch(`${server?.url}/healthz`, { method: 'POST' })).status).toBe(405);
  });

  test('rejects when the port is taken', async () => {
    await get('/healthz');
    const port = server?.port ?? 0;
    const metrics = createMetrics({ processMetrics: false });
    await expect(
      startHealthServer({ host: '127.0.0.1', port, live: ok, ready: ok, metrics }),
    ).rejects.toThrow('EADDRINUSE');
  });
});
