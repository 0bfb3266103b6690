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
import type { Logger } from '@domovoy/service-kit';
import type { IntegrationWithCompany } from '@domovoy/store';
import type { Delivery, DeliveryHandler, Spoken } from '../handler.ts';
import type { LeasedDelivery } from './lanes.ts';

/** How long a handler that was told to give up may take for saying what is known. */
const GRACE_MS = 1_000;

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
  /** Aborts when the process cannot wait any longer. */
  readonly signal: AbortSignal;
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
  const verdict = await within(options, row, (signal) =>
    options.handler.handle(delivery, {
      integration,
      logger,
      signal,
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
  { kind, logger, signal: stopping }: AttemptOptions,
  row: LeasedDelivery,
  handle: (signal: AbortSignal) => Outcome | Promise<Outcome>,
): Promise<Verdict> {
  const controller = new AbortController();
  const overrun = Promise.withResolvers<Verdict>();
  let graceTimer: NodeJS.Timeout | undefined;
  let reason: string | undefined;
  const giveUp = (code: string) => {
    if (reason !== undefined) return;
    reason = code;
    controller.abort(new DOMException(`the attempt is given up: ${code}`, 'AbortError'));
    graceTimer = setTimeout(() => {
      logger.warn({ event: 'handler-overran', deliveryId: String(row.id), kind: row.kind, code });
      overrun.resolve(givenUp(code));
    }, GRACE_MS);
  };
  const onStop = () => giveUp('SHUTDOWN');
  const timer = setTimeout(() => giveUp('ATTEMPT_TIMEOUT'), kind.attemptTimeoutMs);
  stopping.addEventListener('abort', onStop, { once: true });
  if (stopping.aborted) onStop();
  try {
    return await Promise.race([
      verdictOf(handle, controller.signal, row, logger, () => reason),
      overrun.promise,
    ]);
  } finally {
    clearTimeout(timer);
    clearTimeout(graceTimer);
    stopping.removeEventListener('abort', onStop);
  }
}

async function verdictOf(
  handle: (signal: AbortSignal) => Outcome | Promise<Outcome>,
  signal: AbortSignal,
  row: LeasedDelivery,
  logger: Logger,
  givenUpFor: () => string | undefined,
): Promise<Verdict> {
  try {
    return verdictOfOutcome(await handle(signal));
  } catch (error) {
    const code = givenUpFor();
    if (
      code !== undefined &&
      error instanceof Error &&
      error.name === 'AbortError' &&
      !('retryable' in error)
    )
      return givenUp(code);
    const verdict = verdictOfError(error);
    if (verdict.outcome.outcome === 'ambiguous' && verdict.outcome.code === 'HANDLER_FAILED')
      logger.error(
        { event: 'handler-failed', deliveryId: String(row.id), kind: row.kind, err: error },
        'a delivery handler threw something that is no DomovoyError: that is a bug',
      );
    return verdict;
  }
}

/** The process that ends says nothing about the target. */
const givenUp = (code: string): Verdict =>
  code === 'SHUTDOWN' ? verdictOfOutcome(ambiguous(code, 0)) : verdictOfOutcome(ambiguous(code));
