import {
  type Continuation,
  type DeliveryKind,
  type DeliveryKinds,
  dead,
  releaseOf,
  retry,
  settlementOf,
  type Verdict,
  verdictOfOutcome,
} from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import type { IntegrationWithCompany, Settlement } from '@domovoy/store';
import type { DeliveryMetrics } from '../../observe/delivery-metrics.ts';
import { type Attempted, attempt, toDelivery } from '../attempt/attempt.ts';
import type { Abandon } from '../attempt/time-limit.ts';
import type { DeliveryHandler } from '../handler.ts';
import type { Breaker } from '../limits/breaker.ts';
import type { Gate } from '../limits/gate.ts';
import type { Limiter } from '../limits/limiter.ts';
import { SETTLE_RESERVE_MS } from '../settings.ts';
import type { LeasedDelivery, Progress } from './lanes.ts';
import type { Settled, Settler } from './settler.ts';

export interface SenderOptions {
  readonly integration: IntegrationWithCompany;
  readonly kinds: DeliveryKinds;
  readonly handlers: Readonly<Record<string, DeliveryHandler>>;
  readonly gate: Gate;
  readonly breaker: Breaker;
  readonly limiter: Limiter;
  readonly settler: Settler;
  readonly metrics: DeliveryMetrics;
  readonly logger: Logger;
  readonly abandon: Abandon;
  readonly onRest: (forMs: number, code: string) => void;
  /** Settled; due again in so long (null: over), and who got something to send by it. */
  readonly onSettled: (delayMs: number | null, wakes: readonly bigint[]) => void;
}

/** A kind that this process does not know: during an upgrade another one does. */
const UNKNOWN_KIND_MS = 30_000;

interface Known {
  readonly kind: DeliveryKind;
  readonly handler: DeliveryHandler;
}

interface Ended {
  readonly result: Attempted;
  readonly settlement: Settlement;
  /** As of `Progress`. */
  readonly before: Promise<void>;
}

/** Takes one delivery from its turn to its settling. */
export class Sender {
  readonly #options: SenderOptions;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /**
   * True: the next one of its subject may begin. After an outcome that has a next step in the workflow, that is when
   * both are in the database. Otherwise the settling may still be on its way: a crash in between repeats both, in
   * their order. A next step that would be faster than it waits (`before`).
   */
  async send(row: LeasedDelivery, { attempted, settled, before }: Progress): Promise<boolean> {
    const { kinds, handlers } = this.#options;
    const [kind, handler] = [kinds[row.kind], handlers[row.kind]];
    if (kind === undefined || handler === undefined) return this.#last(this.#giveBackUnknown(row), settled);
    const known = { kind, handler };
    if (row.attempts >= row.maxAttempts) return this.#last(this.#bury(row, known, before), settled);
    if (!(await this.#mayBegin(row, kind))) return this.#last(this.release(row), settled);

    const result = await this.#attempt(row, known);
    if (result === null) return this.#last(this.release(row), settled);
    attempted();
    const { verdict, durationMs, summary } = result;
    if (verdict.restMs !== null)
      this.#options.onRest(verdict.restMs, 'code' in verdict.outcome ? verdict.outcome.code : '');
    const settlement = settlementOf({ delivery: row, verdict, durationMs, summary, backoff: kind.backoff });
    const settling = this.#last(this.#settle(row, known, { result, settlement, before }), settled);
    const isPlain = continuationOf(handler, result, settlement) === null;
    return isPlain ? settlement.state !== 'pending' : settling;
  }

  /** Back, untried. */
  async release(row: LeasedDelivery): Promise<false> {
    await this.#options.settler.settle(releaseOf(row), row);
    return false;
  }

  async #last(work: Promise<boolean>, settled: () => void): Promise<boolean> {
    try {
      return await work;
    } finally {
      settled();
    }
  }

  /** Its turn comes when the target may be asked, and only with enough of its lease left for all of an attempt. */
  async #mayBegin(row: LeasedDelivery, kind: DeliveryKind): Promise<boolean> {
    const { gate, limiter } = this.#options;
    const isAdmitted = () =>
      gate.admits !== 'none' &&
      row.heldUntil - performance.now() >= kind.attemptTimeoutMs + SETTLE_RESERVE_MS;
    if (!isAdmitted()) return false;
    try {
      await limiter.acquire(gate.holdSignal);
    } catch {
      return false;
    }
    return isAdmitted();
  }

  async #attempt(row: LeasedDelivery, known: Known): Promise<Attempted | null> {
    const { breaker, metrics, integration, logger, abandon } = this.#options;
    const judged = await breaker.run(async () => {
      metrics.startDelaySeconds.observe(
        { kind: row.kind },
        (row.waitedMs + performance.now() - row.claimedAt) / 1_000,
      );
      const result = await attempt(row, { ...known, integration, logger, abandon });
      const { outcome, isTargetFailing } = result.verdict;
      metrics.attempts.inc({ kind: row.kind, outcome: outcome.outcome });
      metrics.attemptSeconds.observe({ kind: row.kind }, result.durationMs / 1_000);
      return { result, failure: isTargetFailing && 'code' in outcome ? outcome.code : null };
    });
    return judged?.result ?? null;
  }

  async #settle(
    row: LeasedDelivery,
    known: Known,
    { result: attempted, settlement, before }: Ended,
  ): Promise<boolean> {
    const continuation = continuationOf(known.handler, attempted, settlement);
    const wakes: bigint[] = [];
    if (continuation) await before;
    const settled = continuation
      ? await this.#options.settler.settleWith(settlement, row.heldUntil, (tx) => {
          wakes.length = 0;
          return continuation(tx, (integrationId) => wakes.push(integrationId));
        })
      : await this.#options.settler.settle(settlement, row);
    if (settled === 'refused')
      return this.#settleRefused(row, known, attempted, settlement, continuation !== null);
    return this.#told(settled, settlement, wakes);
  }

  /**
   * Its own outcome cannot be written, which is a bug. With a continuation: it comes again, and may go well after the
   * bug is mended; the next attempt finds its effect. Without one: what it wanted to keep is left out.
   */
  async #settleRefused(
    row: LeasedDelivery,
    { kind }: Known,
    { durationMs, summary }: Attempted,
    refused: Settlement,
    hadContinuation: boolean,
  ): Promise<boolean> {
    const { settler } = this.#options;
    const verdict: Verdict = {
      ...verdictOfOutcome(hadContinuation ? retry('CONTINUATION_FAILED') : dead('SETTLING_REFUSED')),
      isTargetFailing: false,
    };
    const kept = hadContinuation ? summary : { request: null, response: null };
    const settlement =
      refused.state === 'dead'
        ? { ...refused, ...kept, result: null }
        : settlementOf({ delivery: row, verdict, durationMs, summary: kept, backoff: kind.backoff });
    return this.#told(await settler.settle(settlement, row), settlement, []);
  }

  #told(settled: Settled, settlement: Settlement, wakes: readonly bigint[]): boolean {
    if (settled !== 'settled') return false;
    const isOver = settlement.state !== 'pending';
    this.#options.onSettled(isOver ? null : (settlement.delayMs ?? 0), wakes);
    return isOver;
  }

  /** Its last attempt ended by its lease: nobody has buried it yet. */
  async #bury(row: LeasedDelivery, known: Known, before: Promise<void>): Promise<boolean> {
    const payload = known.kind.payload.safeParse(row.payload);
    const attempted: Attempted = {
      delivery: payload.success ? toDelivery(row, payload.data) : null,
      verdict: verdictOfOutcome(dead('ATTEMPTS_SPENT')),
      durationMs: 0,
      summary: { request: null, response: null },
    };
    const counted = settlementOf({ ...attempted, delivery: row, backoff: known.kind.backoff });
    const settlement = { ...counted, isCounted: false };
    return this.#settle(row, known, { result: attempted, settlement, before });
  }

  async #giveBackUnknown(row: LeasedDelivery): Promise<false> {
    const { logger, settler } = this.#options;
    logger.warn({ event: 'delivery-kind-unknown', deliveryId: String(row.id), kind: row.kind });
    const settlement = releaseOf(row, { errorCode: 'KIND_UNKNOWN', delayMs: UNKNOWN_KIND_MS });
    await settler.settle(settlement, row);
    return false;
  }
}

/** What the workflow does in the transaction of this settling; null: nothing. */
function continuationOf(
  handler: DeliveryHandler,
  { delivery, verdict: { outcome } }: Attempted,
  settlement: Settlement,
): Continuation | null {
  if (settlement.state === 'dead')
    return delivery && handler.onDead
      ? async (tx) => handler.onDead?.(tx, delivery, settlement.errorCode ?? '')
      : null;
  return 'continuation' in outcome ? (outcome.continuation ?? null) : null;
}
