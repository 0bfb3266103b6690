import {
  type AttemptSummary,
  ambiguous,
  type DeliveryKind,
  dead,
  type Outcome,
  redactSummary,
  type Verdict,
  verdictOfError,
  verdictOfOutcome,
} from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import type { Logger } from '@domovoy/service-kit';
import type { IntegrationWithCompany } from '@domovoy/store';
import type { Delivery, DeliveryHandler, Spoken } from '../handler.ts';
import type { LeasedDelivery } from '../target/lanes.ts';
import { type Abandon, type GivenUp, TimeLimit } from './time-limit.ts';

export interface Attempted {
  /** What the handler got; null: the payload is none of its kind. */
  readonly delivery: Delivery | null;
  readonly verdict: Verdict;
  readonly durationMs: number;
  readonly summary: AttemptSummary;
}

export interface AttemptOptions {
  readonly kind: DeliveryKind;
  readonly handler: DeliveryHandler;
  readonly integration: IntegrationWithCompany;
  readonly logger: Logger;
  readonly abandon: Abandon;
}

/** Calls the handler once, within the time of its kind. Never rejects. */
export async function attempt(row: LeasedDelivery, options: AttemptOptions): Promise<Attempted> {
  const { kind, integration, logger } = options;
  const payload = kind.payload.safeParse(row.payload);
  if (!payload.success) {
    logger.error({ event: 'delivery-payload-invalid', deliveryId: String(row.id), kind: row.kind });
    return {
      delivery: null,
      verdict: verdictOfOutcome(dead('PAYLOAD_INVALID')),
      durationMs: 0,
      summary: { request: null, response: null },
    };
  }
  const delivery = toDelivery(row, payload.data);
  let spoken: Spoken = {};
  const startedAt = performance.now();
  const verdict = await within(options, row, (limit) =>
    options.handler.handle(delivery, {
      integration,
      logger,
      get signal() {
        return limit.signal;
      },
      record: (more) => {
        spoken = { ...spoken, ...more };
      },
    }),
  );
  return {
    delivery,
    verdict,
    durationMs: performance.now() - startedAt,
    summary: { request: summaryOf(spoken.request), response: summaryOf(spoken.response) },
  };
}

export const toDelivery = (row: LeasedDelivery, payload: unknown): Delivery => ({
  id: row.id,
  kind: row.kind,
  companyId: row.companyId,
  subject: row.subject,
  payload,
  attempt: row.attempts + 1,
  maxAttempts: row.maxAttempts,
  ambiguousAttempts: row.ambiguousAttempts,
  traceparent: row.traceparent,
});

const summaryOf = (value: unknown): unknown => (value === undefined ? null : redactSummary(value));

/** Lets the handler end by itself, then aborts it, then goes on without it. */
async function within(
  options: AttemptOptions,
  row: LeasedDelivery,
  handle: (limit: TimeLimit) => Outcome | Promise<Outcome>,
): Promise<Verdict> {
  const { kind, logger, abandon } = options;
  const limit = new TimeLimit();
  try {
    const outcome = handle(limit);
    // Nothing to wait for, nothing to limit: a handler that does nothing costs nothing.
    if (!(outcome instanceof Promise)) return verdictOfOutcome(outcome);
    const overrun = limit.start(kind.attemptTimeoutMs, abandon);
    const first = await Promise.race([outcome, overrun]);
    if (typeof first !== 'string') return verdictOfOutcome(first);
    logger.warn({ event: 'handler-overran', deliveryId: String(row.id), kind: row.kind, code: first });
    return givenUp(first);
  } catch (error) {
    return verdictOfThrown(error, limit.reason, row, logger);
  } finally {
    limit.end();
  }
}

function verdictOfThrown(
  error: unknown,
  reason: GivenUp | null,
  row: LeasedDelivery,
  logger: Logger,
): Verdict {
  const isAbort = error instanceof Error && error.name === 'AbortError' && !(error instanceof DomovoyError);
  if (reason !== null && isAbort) return givenUp(reason);
  if (!(error instanceof DomovoyError))
    logger.error(
      { event: 'handler-failed', deliveryId: String(row.id), kind: row.kind, err: error },
      'a delivery handler threw something that is no DomovoyError: that is a bug',
    );
  return verdictOfError(error);
}

/** The process that ends says nothing about the target. */
const givenUp = (reason: GivenUp): Verdict =>
  reason === 'SHUTDOWN' ? verdictOfOutcome(ambiguous(reason, 0)) : verdictOfOutcome(ambiguous(reason));
