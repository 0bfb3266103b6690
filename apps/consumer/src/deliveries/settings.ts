import type { IntegrationWithCompany } from '@domovoy/store';

type TargetKind = IntegrationWithCompany['kind'];

/** How deliveries are worked on. The defaults are the product's; tests and benches have reasons to choose. */
export interface DeliverySettings {
  /** How long a claimed delivery is its worker's alone. After that another one may begin. */
  readonly leaseMs: number;
  /** The same for targets of a kind. */
  readonly leaseMsAt: Partial<Record<TargetKind, number>>;
  /** Attempts at the same time, per target. */
  readonly concurrency: number;
  /** The same for targets of a kind. */
  readonly concurrencyAt: Partial<Record<TargetKind, number>>;
  /** Most deliveries of one target that are claimed and wait for their turn. */
  readonly maxClaimed: number;
  /** Most of them of one subject, when there are few subjects. */
  readonly maxRunLength: number;
  /** Behind NOTIFY: how often every target is looked at. */
  readonly pollMs: number;
  readonly sweepMs: number;
  readonly breaker: BreakerSettings;
  /** Settled ones are kept so long. */
  readonly retentionDays: number;
  readonly retentionEveryMs: number;
  /** How long the end of the process waits for attempts before it aborts them, and then for their settling. */
  readonly drainMs: number;
  readonly abortedMs: number;
}

export interface BreakerSettings {
  /** Failures in a row after which a target is left alone. */
  readonly failures: number;
  /** For how long, the first time; twice as long after each probe that fails. */
  readonly baseMs: number;
  readonly capMs: number;
}

export const DELIVERY_SETTINGS: DeliverySettings = {
  leaseMs: 30_000,
  // A batch of additions takes a portal half a minute, and whoever joins it waits as long.
  leaseMsAt: { bitrix24: 60_000 },
  concurrency: 8,
  // Their calls gather in batches of 50: two of them under way, and most of the portal's two requests a second are full.
  concurrencyAt: { bitrix24: 100 },
  maxClaimed: 200,
  maxRunLength: 8,
  pollMs: 2_000,
  sweepMs: 1_000,
  breaker: { failures: 5, baseMs: 1_000, capMs: 60_000 },
  retentionDays: 90,
  retentionEveryMs: 3_600_000,
  drainMs: 4_000,
  abortedMs: 2_500,
};

/** What has to be left of a lease besides the attempt itself: to settle it. */
export const SETTLE_RESERVE_MS = 2_000;
