import type { Lane } from '../call/command.ts';
import { tell } from '../diagnostics.ts';
import { Bitrix24Error, ClosedError, ConnectionError } from '../errors.ts';
import type { BucketRule, BucketStore } from './bucket-store.ts';
import type { OperatingLedger } from './operating-ledger.ts';
import { pickJobs } from './pick-jobs.ts';
import { createWaitingLine, type Waiting } from './waiting-line.ts';
import { createWakeUp } from './wake-up.ts';

/** A call, or a batch of somebody's own, on its way out. */
export interface Job extends Waiting {
  /** The methods that it runs, and how often each. */
  readonly methods: ReadonlyMap<string, number>;
  /** See `kindOfCall`; absent for a batch. */
  readonly kind?: string | undefined;
  /** May it join a batch with others? */
  readonly gatherable: boolean;
  readonly timeLeftMs: () => number;
  readonly fail: (error: Error) => void;
  /** It is held up for longer than it has time. */
  readonly giveUp: (heldUp: HeldUp) => void;
}

/** What keeps a call from leaving, at least so long. */
export interface HeldUp {
  readonly limit: 'requests' | 'operating';
  readonly ms: number;
}

export interface GateContext {
  /** Absent when the portal has no limits. */
  rule: BucketRule | undefined;
  maxConcurrent: number;
  longestBatchMs: number;
  store: BucketStore;
  ledger: OperatingLedger;
  /** The host of the portal, whose bucket it is. */
  portal: () => Promise<string>;
  now: () => number;
  random: () => number;
}

/** Where calls wait until the limits of the portal let them go: the first of a lane first. */
export interface Gate<J extends Job> {
  enter(job: J): void;
  leave(job: J): void;
  /** The portal refused a request that left at that time; resolves to the pause that everybody makes now. */
  refused(sentAt: number, atLeastMs?: number): Promise<number>;
  accepted(sentAt: number): void;
  /** Nobody goes any more, and whoever waits is told. */
  close(): void;
}

/** So many more requests at the same time for chats: ten long batches are not to hold them up. */
export const MORE_FOR_CHATS = 4;
const LONGEST_PAUSE_MS = 60_000;
const GROWTH = 1.5;
const JITTER = 0.2;

/** `dispatch` sends one of them, or several as one batch, and does not reject. */
export function createGate<J extends Job>(
  context: GateContext,
  dispatch: (jobs: readonly J[]) => Promise<void>,
): Gate<J> {
  const { rule, store, ledger, portal, now } = context;
  const line = createWaitingLine<J>();
  const wakeUp = createWakeUp();
  let running = 0;
  let isPumping = false;
  let isClosed = false;
  /** When the request that is booked may leave. */
  let opensAt: number | undefined;
  let pausedUntil = 0;
  /** Somebody had to wait: those who wait may go together. */
  let isHeld = false;
  let refusals = 0;
  let lastRefusalAt = Number.NEGATIVE_INFINITY;

  /** How long nobody may go yet; 0: now. */
  async function waitMs(): Promise<number> {
    const { at, lane } = firstReady();
    if (at > now()) return at - now();
    const most = context.maxConcurrent + (lane === 'chat' ? MORE_FOR_CHATS : 0);
    if (running >= most) return Number.POSITIVE_INFINITY;
    if (rule && opensAt === undefined) opensAt = now() + (await store.reserve(await portal(), rule));
    return Math.max(opensAt ?? 0, pausedUntil) - now();
  }

  /** When the first of them may go, as far as the operating time of methods is concerned. */
  function firstReady(): { at: number; lane?: Lane } {
    let first = Number.POSITIVE_INFINITY;
    const known = new Map<string, number>();
    for (const { methods, lane } of line.inOrder()) {
      let at = 0;
      for (const method of methods.keys()) {
        const methodAt = known.get(method) ?? ledger.readyAt(method);
        known.set(method, methodAt);
        at = Math.max(at, methodAt);
      }
      if (at <= now()) return { at, lane };
      first = Math.min(first, at);
    }
    return { at: first };
  }

  function letGo(): void {
    const jobs = pickJobs(line.inOrder(), {
      ledger,
      longestBatchMs: context.longestBatchMs,
      together: isHeld,
    });
    if (jobs.length === 0) return;
    for (const job of jobs) line.remove(job);
    opensAt = undefined;
    isHeld = false;
    running += 1;
    const ended = () => {
      running -= 1;
      for (const job of Array.from(line.inOrder())) if (giveUpIfHeldUp(job)) line.remove(job);
      wakeUp.ring();
    };
    dispatch(jobs).then(ended, ended);
  }

  /** Better the reason now than a time-out later. */
  function giveUpIfHeldUp(job: J): boolean {
    const heldUp = heldUpOf(job);
    const isInVain = heldUp.ms >= job.timeLeftMs();
    if (isInVain) job.giveUp(heldUp);
    return isInVain;
  }

  function heldUpOf({ methods }: J): HeldUp {
    let operatingUntil = 0;
    for (const method of methods.keys()) {
      const at = ledger.readyAt(method);
      if (Number.isFinite(at)) operatingUntil = Math.max(operatingUntil, at);
    }
    return operatingUntil > pausedUntil
      ? { limit: 'operating', ms: operatingUntil - now() }
      : { limit: 'requests', ms: pausedUntil - now() };
  }

  async function pump(): Promise<void> {
    isPumping = true;
    while (line.size() > 0) {
      try {
        const pauseMs = await waitMs();
        if (pauseMs <= 0) letGo();
        else {
          isHeld = true;
          await wakeUp.wait(pauseMs);
        }
      } catch (error) {
        failFirst(error);
      }
    }
    isPumping = false;
    await giveBack();
  }

  /** The store of buckets or of tokens is out of order: one after the other is told so. */
  function failFirst(cause: unknown): void {
    const [first] = line.inOrder();
    if (!first) return;
    line.remove(first);
    first.fail(
      cause instanceof Bitrix24Error
        ? cause
        : new ConnectionError('the store of buckets or tokens', { cause }),
    );
  }

  async function giveBack(): Promise<void> {
    if (!rule || opensAt === undefined) return;
    opensAt = undefined;
    // Nobody is left to be told; what is lost is one request.
    await portal()
      .then((name) => store.cancel(name, rule))
      .catch(() => {});
  }

  return {
    enter(job) {
      if (isClosed) {
        job.fail(new ClosedError());
        return;
      }
      if (giveUpIfHeldUp(job)) return;
      line.add(job);
      if (isPumping) wakeUp.ring();
      else void pump();
    },
    leave(job) {
      if (line.remove(job)) wakeUp.ring();
    },
    async refused(sentAt, atLeastMs = 0) {
      // Of several that were refused together, only the first makes the pause grow.
      if (sentAt >= lastRefusalAt) refusals += 1;
      lastRefusalAt = now();
      const perSecond = rule?.perSecond ?? 2;
      const grown = (1000 / perSecond + 1000) * GROWTH ** (refusals - 1) * (1 + JITTER * context.random());
      const pauseMs = Math.max(atLeastMs, Math.min(grown, LONGEST_PAUSE_MS));
      pausedUntil = Math.max(pausedUntil, now() + pauseMs);
      try {
        const name = await portal();
        tell('limit', { portal: name, pauseMs });
        if (rule) await store.fill(name, rule, pauseMs);
      } catch {
        // We make the pause all the same; what others do without the store they will be told when they ask it.
      }
      return pauseMs;
    },
    accepted(sentAt) {
      if (sentAt >= lastRefusalAt) refusals = 0;
    },
    close() {
      isClosed = true;
      while (line.size() > 0) failFirst(new ClosedError());
      wakeUp.ring();
    },
  };
}
