import type { Metrics } from '../metrics/create-metrics.ts';

export interface HealthReport {
  readonly ok: boolean;
  /** For the person who looks: counts, states, reasons. Nothing secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Answers whether something is well. One that throws or takes longer than 2 s counts as "no". */
export type HealthCheck = () => HealthReport | Promise<HealthReport>;

export interface HealthChecks {
  /** Is the process alive? "No" means: restart it. */
  readonly live: HealthCheck;
  /** Can it do its work now? "No" means: send it nothing, wait. */
  readonly ready: HealthCheck;
}

export interface HealthAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export const HEALTH_PATHS = ['/healthz', '/readyz', '/metrics'] as const;
export type HealthPath = (typeof HEALTH_PATHS)[number];

const CHECK_TIMEOUT_MS = 2_000;

/** The three routes as plain functions, for any HTTP server to mount. */
export function healthRoutes(
  options: HealthChecks & { metrics: Metrics },
): Record<HealthPath, () => Promise<HealthAnswer>> {
  return {
    '/healthz': () => answer(options.live),
    '/readyz': () => answer(options.ready),
    '/metrics': async () => ({
      status: 200,
      contentType: options.metrics.contentType,
      body: await options.metrics.text(),
    }),
  };
}

async function answer(check: HealthCheck): Promise<HealthAnswer> {
  const report = await runCheck(check);
  return {
    status: report.ok ? 200 : 503,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify({ ok: report.ok, ...report.details })}\n`,
  };
}

async function runCheck(check: HealthCheck): Promise<HealthReport> {
  const { promise, resolve } = Promise.withResolvers<HealthReport>();
  const timer = setTimeout(
    () => resolve({ ok: false, details: { reason: 'the check took longer than 2 s' } }),
    CHECK_TIMEOUT_MS,
  );
  try {
    return await Promise.race([check(), promise]);
  } catch (error) {
    // Only the class: a message may quote what must not be public.
    return { ok: false, details: { reason: error instanceof Error ? error.name : 'unknown error' } };
  } finally {
    clearTimeout(timer);
  }
}
