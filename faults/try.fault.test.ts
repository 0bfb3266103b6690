import { expect, test } from 'vitest';
import { openHub } from './harness/hub.ts';
import { startOwnPostgres } from './harness/postgres.ts';
import { startSandboxProcess } from './harness/sandbox.ts';
import { startTraffic } from './harness/traffic.ts';
import { untilReady } from './harness/process.ts';
import { observe } from './harness/observe.ts';
import { compare } from './harness/compare.ts';
import { endSessions } from './harness/group-members.ts';

test('try', async () => {
  const t0 = performance.now();
  const lap = (what: string) => console.log(what, Math.round(performance.now() - t0));
  const [pg, sandbox] = await Promise.all([startOwnPostgres(), startSandboxProcess()]);
  lap('pg+sandbox');
  const hub = await openHub({ databaseUrl: pg.url, kafka: { port: sandbox.kafkaPort, groupId: sandbox.groupId, companyShortName: sandbox.companyShortName } });
  lap('hub');
  let consumer = await hub.startConsumer();
  try {
    await untilReady(consumer, consumer.url);
    lap('ready');
    const traffic = startTraffic({ brokers: sandbox.brokers, companyShortName: sandbox.companyShortName, seed: 'try' });
    await traffic.more(100);
    lap('100');
    for (const trap of [hub.traps.beforeIntake, hub.traps.afterCommit, hub.traps.beforeOffsetCommit]) {
      await trap.set(async () => { await consumer.kill9(); return 'drop' as const; });
      lap('killed');
      await endSessions(sandbox.kafkaPort, sandbox.groupId);
      const { default: postgres } = await import('postgres');
      const sql = postgres(pg.url, { max: 1 });
      await sql`update workers set lease_until = now() where lease_until > now()`;
      await sql.end();
      consumer = await hub.startConsumer();
    }
    await traffic.more(100);
    await traffic.pause();
    lap('paused');
    await expect.poll(async () => (await compare(traffic.ledger.entries, await observe(pg.url))), { timeout: 20000, interval: 200 }).toEqual({ lost: [], duplicated: [] });
    lap('settled ' + traffic.ledger.size);
    await traffic.stop();
  } finally {
    console.log(consumer.lines.slice(-30).join('\n'));
    await hub.close();
    await pg.remove(); await sandbox.remove();
  }
});
