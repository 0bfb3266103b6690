import type { Installation, IntegrationStanding } from '@domovoy/store';
import type { HealthCode } from './health-words.ts';

export type HealthState = 'ok' | 'paused' | 'late' | 'broken';
export type HealthSubject = 'feed' | 'consumers' | 'search' | 'intake' | 'deliveries';

export interface HealthPart {
  readonly subject: HealthSubject;
  /** Null: all companies share it. */
  readonly integrationId: bigint | null;
  readonly state: HealthState;
  /** Null: nothing is wrong. */
  readonly code: HealthCode | null;
  /** Null: nobody knows, or nothing is wrong. */
  readonly since: Date | null;
  /** What is behind it, as whoever failed calls it. */
  readonly cause: string | null;
}

type Verdict = Pick<HealthPart, 'state' | 'code' | 'since' | 'cause'>;

/** What is held or waits for longer is late; both are chosen, not measured. */
const HELD_MS = 10_000;
const LATE_MS = 60_000;
/** Its owner says it every five seconds, and a take-over takes fifteen. */
const SILENT_MS = 30_000;

const OK: Verdict = { state: 'ok', code: null, since: null, cause: null };
const verdict = (
  state: HealthState,
  code: HealthCode,
  since: Date | null = null,
  cause: string | null = null,
): Verdict => ({ state, code, since, cause });

const isOlder = (time: Date | null, ms: number, now: Date): time is Date =>
  time !== null && now.getTime() - time.getTime() > ms;

/** What all companies share. */
export function judgeInstallation(row: Installation): HealthPart[] {
  const { now, workerCount, lastLeaseUntil, feedHeldSince } = row;
  const part = (subject: HealthSubject, found: Verdict): HealthPart => ({
    subject,
    integrationId: null,
    ...found,
  });
  return [
    part('feed', isOlder(feedHeldSince, HELD_MS, now) ? verdict('late', 'FEED_HELD', feedHeldSince) : OK),
    part('consumers', workerCount > 0 ? OK : verdict('broken', 'NO_CONSUMER', lastLeaseUntil)),
    part('search', judgeSearch(row)),
  ];
}

function judgeSearch({ now, isIndexed, unindexedSince, isBackfilling }: Installation): Verdict {
  if (!isIndexed) return verdict('late', 'SEARCH_NOT_BEGUN');
  if (isOlder(unindexedSince, LATE_MS, now)) return verdict('late', 'SEARCH_BEHIND', unindexedSince);
  return isBackfilling ? verdict('late', 'SEARCH_FILLING') : OK;
}

const judgeIntegration = ({ integration }: IntegrationStanding): Verdict | null => {
  const { state, stateAt, stateCode } = integration;
  if (state === 'paused') return verdict('paused', 'INTEGRATION_PAUSED', stateAt);
  if (state === 'broken') return verdict('broken', 'INTEGRATION_BROKEN', stateAt, stateCode);
  return null;
};

export const judgeIntake = (standing: IntegrationStanding): HealthPart => ({
  subject: 'intake',
  integrationId: standing.integration.id,
  ...(judgeIntegration(standing) ?? judgeReport(standing)),
});

function judgeReport({ integration, report, now }: IntegrationStanding): Verdict {
  // Since it was resumed nobody may have had the time to say anything.
  const heardAt = new Date(Math.max(integration.stateAt.getTime(), report?.reportedAt.getTime() ?? 0));
  if (isOlder(heardAt, SILENT_MS, now)) return verdict('broken', 'INTAKE_SILENT', heardAt);
  if (report === null) return verdict('late', 'INTAKE_STARTING', heardAt);
  const { state, stateAt, errorCode, partitions, reportedAt } = report;
  if (errorCode !== null) return verdict('broken', 'INTAKE_FAILING', stateAt, errorCode);
  if (state === 'waiting') return verdict('late', 'TOPICS_MISSING', stateAt);
  if (state !== 'running') return verdict('late', 'INTAKE_STARTING', stateAt);
  const waitingMs = Math.max(0, ...partitions.map(({ waitingForMs }) => waitingForMs ?? 0));
  const waitingSince = new Date(reportedAt.getTime() - waitingMs);
  if (partitions.some(({ failures }) => failures > 0))
    return verdict('broken', 'STORING_FAILED', waitingSince);
  return waitingMs > LATE_MS ? verdict('late', 'INTAKE_BEHIND', waitingSince) : OK;
}

export const judgeDeliveries = (standing: IntegrationStanding): HealthPart => ({
  subject: 'deliveries',
  integrationId: standing.integration.id,
  ...(judgeIntegration(standing) ?? judgeTarget(standing)),
});

function judgeTarget({ integration, stored, isResting, oldestDueAt, now }: IntegrationStanding): Verdict {
  if (integration.state === 'shadow') return verdict('paused', 'SENDS_NOTHING', integration.stateAt);
  if (stored?.pausedAt) return verdict('paused', 'TARGET_PAUSED', stored.pausedAt);
  const isFailing = stored !== null && stored.breaker !== 'closed';
  if (isFailing) return verdict('broken', 'TARGET_FAILING', null, stored.breakerCode);
  if (isResting) return verdict('late', 'TARGET_RESTING', null, stored?.quotaCode ?? null);
  return isOlder(oldestDueAt, LATE_MS, now) ? verdict('late', 'DELIVERIES_LATE', oldestDueAt) : OK;
}

const FROM_BEST: readonly HealthState[] = ['ok', 'paused', 'late', 'broken'];

/** The worst of all. */
export const worstOf = (parts: readonly Pick<HealthPart, 'state'>[]): HealthState =>
  FROM_BEST[Math.max(0, ...parts.map(({ state }) => FROM_BEST.indexOf(state)))] ?? 'ok';
