import { type Health, readHealth } from '@domovoy/domain';
import type { CountedDeliveries } from '@domovoy/store';
import { MAX_COUNT } from '../connection/read-connection.ts';
import { UNPAGED_LISTS } from '../execution/gate/unpaged-lists.ts';
import { Lookout, type LookoutOptions } from './lookout.ts';
import type { Sight } from './sight.ts';

export interface Lookouts extends AsyncDisposable {
  readonly health: Lookout<Health>;
  readonly deliveryCounts: Lookout<CountedDeliveries>;
}

export interface LookoutsOptions extends Omit<LookoutOptions, 'gapMs' | 'heartbeatMs'> {
  readonly gapMs?: number;
  readonly heartbeatMs?: number;
  /** How long until the next look when nothing that is told is a reason for one. */
  readonly healthEveryMs?: number;
  readonly countEveryMs?: number;
}

/** Most of it is noted by processes that say nothing to the feed, every five seconds. */
const healthSight = (everyMs: number): Sight<Health> => ({
  look: (company) => readHealth(company, { limit: UNPAGED_LISTS['Query.integrations'] }),
  keyOf: ({ parts }) =>
    JSON.stringify(
      parts.map(({ subject, integrationId, state, code, cause }) => [
        subject,
        String(integrationId),
        state,
        code,
        cause,
      ]),
    ),
  entities: new Set(['integration', 'delivery_target']),
  againInMs: () => everyMs,
});

/** The feed tells neither that sending begins nor that a time has come: while something is open, that is looked at as well. */
const deliverySight = (everyMs: number): Sight<CountedDeliveries> => ({
  look: (company) => company.countOpenDeliveries({ limit: MAX_COUNT + 1 }),
  keyOf: ({ all, byTarget, cut }) =>
    JSON.stringify([all, [...byTarget].map(([id, counts]) => [String(id), counts]), [...cut]]),
  entities: new Set(['delivery']),
  againInMs: ({ all }) => (all.waiting + all.sending > 0 ? everyMs : null),
});

export function createLookouts(options: LookoutsOptions): Lookouts {
  const { healthEveryMs = 5_000, countEveryMs = 5_000 } = options;
  const settings = { gapMs: 1_000, heartbeatMs: 20_000, ...options };
  const health = new Lookout(healthSight(healthEveryMs), settings);
  const deliveryCounts = new Lookout(deliverySight(countEveryMs), settings);
  return {
    health,
    deliveryCounts,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([health[Symbol.asyncDispose](), deliveryCounts[Symbol.asyncDispose]()]);
    },
  };
}
