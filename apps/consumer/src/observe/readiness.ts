import type { HealthReport } from '@domovoy/service-kit';
import type { IntakeStatus } from '../intake/intake.ts';

export interface WorkerView {
  readonly isLeased: boolean;
  readonly hasLooked: boolean;
  readonly intakes: readonly { status(): IntakeStatus }[];
}

export interface DeliveriesView {
  /** How long ago the database last told what there is to send. */
  readonly blindMs: number;
  readonly targets: Iterable<{ readonly integration: { readonly id: bigint }; readonly state: string }>;
}

/** The poll has failed so long, or hangs. */
const BLIND_AFTER_MS = 15_000;

/** Records wait, and none was handled for so long: the intake does not get on. */
const STUCK_AFTER_MS = 30_000;

/**
 * Able = a lease, and every intake gets on (something was handled, or nothing waits). An integration that is broken
 * for a reason that a person has to mend does not count, unless there is no other: it must not stop the rest.
 */
export function readiness(
  worker: WorkerView,
  { deliveries, nowMs = Date.now() }: { deliveries?: DeliveriesView | undefined; nowMs?: number } = {},
): HealthReport {
  const sending = new Map(
    [...(deliveries?.targets ?? [])].map((target) => [target.integration.id, target.state]),
  );
  const statuses = worker.intakes.map((intake) => intake.status());
  const problems: string[] = [];
  if (!worker.isLeased) problems.push('the database does not answer');
  else if (!worker.hasLooked) problems.push('no look at the integrations yet');
  for (const status of statuses) {
    const problem = problemOf(status, nowMs);
    if (problem) problems.push(`integration ${status.integrationId} ${problem}`);
  }
  if (deliveries && deliveries.blindMs > BLIND_AFTER_MS)
    problems.push(`deliveries have not been looked at for ${Math.round(deliveries.blindMs / 1_000)} s`);
  const broken = statuses.filter(({ state }) => state === 'broken').length;
  const ok = problems.length === 0 && (broken === 0 || broken < statuses.length);
  return {
    ok,
    details: {
      ...(problems.length > 0 ? { problems } : {}),
      integrations: statuses.map(({ integrationId, state, lag, missingTopics, error }) => ({
        id: String(integrationId),
        state,
        lag: lag === null ? null : Number(lag),
        ...(sending.has(integrationId) ? { deliveries: sending.get(integrationId) } : {}),
        ...(missingTopics.length > 0 ? { missingTopics } : {}),
        ...(error ? { errorCode: error.code, reason: error.message } : {}),
      })),
    },
  };
}

function problemOf(status: IntakeStatus, nowMs: number): string | null {
  if (status.state === 'broken') return null;
  if (status.state === 'starting' || status.state === 'failed') return `is ${status.state}`;
  if (status.error) return `has a problem: ${status.error.code}`;
  if (status.partitions.some(({ failures }) => failures > 0)) return 'cannot store what it reads';
  const waits = status.lag !== null && status.lag > 0n;
  const silentMs = nowMs - (status.lastProgressAt ?? nowMs);
  if (waits && silentMs > STUCK_AFTER_MS) return `has handled nothing for ${Math.round(silentMs / 1_000)} s`;
  return null;
}
