import { z } from 'zod';

/** Steps of a live check, in their order. Stable: programs may look for one by its name. */
export const CHECK_STEPS = ['portal', 'application', 'scopes', 'limits', 'events', 'open_line'] as const;
export type CheckStepName = (typeof CHECK_STEPS)[number];

export const CheckStep = z.object({
  name: z.enum(CHECK_STEPS),
  /** warning: it works, but not all of it. skipped: not asked for, or of no use after what failed before. */
  state: z.enum(['ok', 'warning', 'failed', 'skipped']),
  durationMs: z.number(),
  /** What a person should know or do, as a code of `check-hints.ts`; null: nothing. */
  hint: z.string().nullable(),
  /** What the hint names: scopes, events. */
  names: z.array(z.string()).default([]),
});
export type CheckStep = z.infer<typeof CheckStep>;

/** What a portal allows within its plan. */
export const PortalLimits = z.object({
  tariff: z.enum(['standard', 'enterprise']),
  /** False: the portal does not tell by a webhook, so the smaller one is assumed. */
  isKnown: z.boolean(),
  /** Requests at once, and per second in the long run. */
  burst: z.int(),
  perSecond: z.number(),
  /** Per method, in ten minutes. */
  operatingSeconds: z.int(),
});
export type PortalLimits = z.infer<typeof PortalLimits>;

export const TARIFF_LIMITS: Readonly<Record<PortalLimits['tariff'], Omit<PortalLimits, 'isKnown'>>> = {
  standard: { tariff: 'standard', burst: 50, perSecond: 2, operatingSeconds: 480 },
  enterprise: { tariff: 'enterprise', burst: 250, perSecond: 5, operatingSeconds: 480 },
};

/** What the last live check found: the column `checks`. */
export const CheckReport = z.object({
  steps: z.array(CheckStep),
  portal: z
    .object({
      memberId: z.string().nullable(),
      /** As whom the hub acts there. */
      userId: z.string().nullable(),
      userName: z.string().nullable(),
      isAdmin: z.boolean(),
      licenceFamily: z.string().nullable(),
      timeZone: z.string().nullable(),
    })
    .nullable(),
  limits: PortalLimits,
  scopes: z.array(z.string()),
  /** May changes be read from a queue that the portal keeps? Otherwise web hooks alone tell of them. */
  hasOfflineQueue: z.boolean(),
  /** Of the open line, as far as one is asked for. */
  openLine: z.object({ lineId: z.int(), connector: z.string(), isActive: z.boolean() }).nullable(),
});
export type CheckReport = z.infer<typeof CheckReport>;

/** Null: it was never checked. */
export const readCheckReport = (checks: unknown): CheckReport | null =>
  CheckReport.safeParse(checks).data ?? null;

/** What is known of the limits; the smaller ones until somebody has looked. */
export const limitsOf = (checks: unknown): PortalLimits =>
  readCheckReport(checks)?.limits ?? { ...TARIFF_LIMITS.standard, isKnown: false };
