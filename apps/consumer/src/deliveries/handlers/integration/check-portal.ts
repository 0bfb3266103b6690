import {
  type Bitrix24,
  type CallOptions,
  ConnectionError,
  ServerError,
  TimeoutError,
} from '@domovoy/bitrix24-sdk';
import {
  type Bitrix24Config,
  type CheckReport,
  type CheckStep,
  type CheckStepName,
  type ConnectionTrouble,
  TARIFF_LIMITS,
} from '@domovoy/domain';
import { bindEvents } from './bind-events.ts';
import { SCOPES_OPTIONAL, scopesNeeded } from './needed.ts';
import { isAccessDenied, troubleOf } from './trouble-of.ts';

export interface PortalToCheck {
  readonly bitrix24: Bitrix24;
  readonly config: Bitrix24Config;
  /** Where the portal's events come in; null: apps/hooks has no public address. */
  readonly hookUrl: string | null;
  /** By whom its events are known. */
  readonly hookTokens: { readonly hasApplicationToken: boolean; readonly hasWebhookToken: boolean };
  /** Of the portal, as its authorisation told it; null: a webhook does not. */
  readonly memberId: string | null;
  readonly signal: AbortSignal;
}

export interface CheckedPortal {
  readonly report: CheckReport;
  /** What a person has to do before anything works; null: it works. */
  readonly trouble: ConnectionTrouble | null;
  /** The portal did not answer: nothing is known about the connection. */
  readonly isSilent: boolean;
}

type Found = Partial<Pick<CheckStep, 'state' | 'hint' | 'names'>>;

/** Looks at all of it, one step after the other; a step that fails tells why, and the rest is skipped when it has to be. */
class Check {
  readonly steps: CheckStep[] = [];
  trouble: ConnectionTrouble | null = null;
  isSilent = false;
  readonly #auth: Bitrix24Config['auth'];

  constructor(auth: Bitrix24Config['auth']) {
    this.#auth = auth;
  }

  get isOver(): boolean {
    return this.trouble !== null || this.isSilent;
  }

  async step(name: CheckStepName, work: () => Promise<Found> | Found): Promise<void> {
    if (this.isOver) {
      this.#add(name, 0, { state: 'skipped', hint: 'NOT_ASKED' });
      return;
    }
    const startedAt = performance.now();
    const found = await this.#judged(name, work);
    this.#add(name, performance.now() - startedAt, found);
  }

  #add(name: CheckStepName, durationMs: number, { state = 'ok', hint = null, names = [] }: Found): void {
    this.steps.push({ name, durationMs: Math.round(durationMs), state, hint, names });
  }

  async #judged(name: CheckStepName, work: () => Promise<Found> | Found): Promise<Found> {
    try {
      return await work();
    } catch (error) {
      // The first call takes no right at all: whoever is refused that has no plan.
      const trouble = name === 'portal' && isAccessDenied(error) ? 'NOT_PAID' : troubleOf(error, this.#auth);
      if (trouble !== null) this.trouble = trouble;
      else if (
        error instanceof ConnectionError ||
        error instanceof TimeoutError ||
        error instanceof ServerError
      )
        this.isSilent = true;
      else if (!(error instanceof Error && 'code' in error)) throw error;
      return { state: 'failed', hint: trouble ?? (this.isSilent ? 'NO_ANSWER' : codeOf(error)) };
    }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';

/** What the steps find besides their own outcome. */
type Finding = {
  -readonly [Field in 'portal' | 'limits' | 'scopes' | 'hasOfflineQueue' | 'openLine']: CheckReport[Field];
};

interface Looking extends PortalToCheck {
  readonly check: Check;
  readonly finding: Finding;
  readonly options: CallOptions;
}

/** A live look. What is missing and can be made, events, is made. */
export async function checkPortal(given: PortalToCheck): Promise<CheckedPortal> {
  const check = new Check(given.config.auth);
  const finding: Finding = {
    portal: null,
    limits: { ...TARIFF_LIMITS.standard, isKnown: false },
    scopes: [],
    hasOfflineQueue: false,
    openLine: null,
  };
  const looking = { ...given, check, finding, options: { signal: given.signal, lane: 'chat' } as const };
  await check.step('portal', () => lookAtUser(looking));
  await check.step('application', () => lookAtApplication(looking));
  await check.step('scopes', () => lookAtScopes(looking));
  await check.step('limits', () => (finding.limits.isKnown ? {} : { hint: 'LIMITS_ASSUMED' }));
  await check.step('events', async () => {
    const bound = await bindEvents(looking);
    finding.hasOfflineQueue = bound.hasOfflineQueue;
    return bound.found;
  });
  await check.step('open_line', () => lookAtOpenLine(looking));
  const { trouble, isSilent, steps } = check;
  return { report: { ...finding, steps }, trouble, isSilent };
}

async function lookAtUser({ bitrix24, config, check, finding, options }: Looking): Promise<Found> {
  const profile = await bitrix24.application.profile({}, options);
  if (profile.ID === null || profile.ID === undefined) {
    // The user who made the webhook, or said yes to the application, has left.
    check.trouble = config.auth === 'webhook' ? 'WEBHOOK_REVOKED' : 'AUTHORIZATION_LOST';
    return { state: 'failed', hint: check.trouble };
  }
  const userName = [profile.NAME, profile.LAST_NAME].filter(Boolean).join(' ');
  finding.portal = {
    memberId: null,
    userId: String(profile.ID),
    userName: userName || null,
    isAdmin: profile.ADMIN ?? false,
    licenceFamily: null,
    timeZone: profile.TIME_ZONE || null,
  };
  return finding.portal.isAdmin ? {} : { state: 'warning', hint: 'NOT_ADMIN' };
}

async function lookAtApplication(looking: Looking): Promise<Found> {
  const { bitrix24, config, memberId, check, finding, options } = looking;
  if (config.auth === 'webhook') return { state: 'skipped', hint: 'BY_WEBHOOK' };
  const application = await bitrix24.application.info({}, options);
  const family = application.LICENSE_FAMILY ?? null;
  if (finding.portal) finding.portal = { ...finding.portal, memberId, licenceFamily: family };
  finding.limits = {
    ...TARIFF_LIMITS[family === 'ent' ? 'enterprise' : 'standard'],
    isKnown: family !== null,
  };
  if (application.INSTALLED === false) check.trouble = 'APPLICATION_REMOVED';
  else if (application.PAYMENT_EXPIRED === true) check.trouble = 'NOT_PAID';
  return check.trouble === null ? {} : { state: 'failed', hint: check.trouble };
}

async function lookAtScopes({ bitrix24, config, finding, options }: Looking): Promise<Found> {
  finding.scopes = await bitrix24.application.scope({}, options);
  const without = (wanted: readonly string[]) => wanted.filter((scope) => !finding.scopes.includes(scope));
  const missing = without(scopesNeeded(config.chat));
  if (missing.length > 0) return { state: 'failed', hint: 'SCOPES_MISSING', names: missing };
  const optional = without(SCOPES_OPTIONAL);
  return optional.length > 0 ? { state: 'warning', hint: 'SCOPES_OPTIONAL', names: optional } : {};
}

async function lookAtOpenLine({ bitrix24, config, finding, options }: Looking): Promise<Found> {
  const { mode, lineId, connector } = config.chat;
  if (mode !== 'open_line') return { state: 'skipped', hint: 'NOT_WANTED' };
  if (lineId === null) return { state: 'warning', hint: 'OPEN_LINE_AWAITED' };
  const status = await bitrix24.connectors.status({ connector, line: lineId }, options);
  const isActive = status.isActive && status.isConfigured && !status.hasError;
  finding.openLine = { lineId, connector, isActive };
  return isActive ? {} : { state: 'failed', hint: 'OPEN_LINE_INACTIVE' };
}
