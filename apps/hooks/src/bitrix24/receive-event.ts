import { crc32 } from 'node:zlib';
import { BITRIX24_HOOKS, type Bitrix24HookEvent } from '@domovoy/models';
import {
  type HookTarget,
  hookSecretIdentity,
  notifyHooks,
  recordHookEvent,
  type SecretBox,
  type Store,
} from '@domovoy/store';
import { z } from 'zod';
import type { Refusals } from '../limits/refusals.ts';
import type { SharedRate } from '../limits/shared-rate.ts';
import type { HookTargets } from '../lookup/hook-targets.ts';
import { type HookForm, parseEvent, parseInstallation } from './parse-form.ts';

export interface Reception {
  readonly store: Store;
  readonly targets: HookTargets;
  readonly refusals: Refusals;
  readonly events: SharedRate;
  /** Of the burst of events: so many are only for what is told once. */
  readonly reserved: number;
  readonly claims: SharedRate;
  readonly encryption: SecretBox | null;
}

/** What the sender hears. Of a refusal it learns as little as possible. */
export type Received =
  | { readonly status: 200; readonly outcome: 'accepted' | 'duplicate' }
  | { readonly status: 400 | 403 | 404 | 503; readonly outcome: string }
  | { readonly status: 429; readonly outcome: 'rate'; readonly secondsToWait: number };

const REFUSED = { status: 403, outcome: 'refused' } as const;

const Message = z.object({ im: z.object({ chat_id: z.string(), message_id: z.string() }) });
const OperatorMessages = z.object({ MESSAGES: z.union([z.array(Message), z.record(z.string(), Message)]) });

/** The events whose token nobody can know yet: the portal tells it with them. */
const INSTALLS = new Set(['ONAPPINSTALL', 'INSTALLATION']);

/**
 * What no look at the portal makes up for: words of operators, the end of a dialog, of a line, of the application. An
 * import at the portal, which tells of each object, must not cost these.
 */
const TOLD_ONCE = /^(ONIMCONNECTOR|ONAPP|ONCRMTIMELINECOMMENTADD$)/;

/** An event of a portal: verified, one row, 200. What it means is found out elsewhere. */
export async function receiveEvent(
  reception: Reception,
  integrationId: bigint,
  body: string,
): Promise<Received> {
  const target = await reception.targets.of(integrationId);
  if (target === null) return { status: 404, outcome: 'unknown' };
  const { refusals, targets } = reception;
  const form = parseEvent(body);
  if (form === null) {
    refusals.count(target, 'unreadable');
    return { status: 400, outcome: 'unreadable' };
  }
  const { applicationToken, secrets } = form;
  if (INSTALLS.has(form.event)) return receiveClaim(reception, integrationId, form, body);
  const isVerified = applicationToken !== null && (await targets.verify(integrationId, applicationToken));
  if (!isVerified) {
    // Whoever missed the installation learns the token by the first event that proves itself.
    if (applicationToken !== null && secrets !== null && !target.hasApplicationToken)
      return receiveClaim(reception, integrationId, form, body);
    refusals.count(target, applicationToken === null ? 'token_missing' : 'token_foreign');
    return REFUSED;
  }
  const leaving = TOLD_ONCE.test(form.event) ? 0 : reception.reserved;
  return within({ rate: reception.events, refusals, target, leaving }, () =>
    record(reception, { ...target, form, body, isVerified: true }),
  );
}

interface Within {
  readonly rate: SharedRate;
  readonly refusals: Refusals;
  readonly target: HookTarget;
  readonly leaving?: number;
}

/** What could not be recorded does not count: a portal that calls while the database is away is not slowed down for it. */
async function within(
  { rate, refusals, target, leaving = 0 }: Within,
  work: () => Promise<Received>,
): Promise<Received> {
  const { integrationId } = target;
  if (!rate.take(integrationId, leaving)) {
    refusals.count(target, 'rate');
    return { status: 429, outcome: 'rate', secondsToWait: rate.secondsUntilNext(integrationId, leaving) };
  }
  try {
    return await work();
  } catch (error) {
    rate.giveBack(integrationId);
    throw error;
  }
}

/** The form that a portal posts to the application's installation path. */
export async function receiveInstallationForm(
  reception: Reception,
  integrationId: bigint,
  body: string,
  query: Record<string, unknown>,
): Promise<Received> {
  const target = await reception.targets.of(integrationId);
  if (target === null) return { status: 404, outcome: 'unknown' };
  const form = parseInstallation(body, query);
  if (form === null) {
    reception.refusals.count(target, 'unreadable');
    return { status: 400, outcome: 'unreadable' };
  }
  return receiveClaim(reception, integrationId, form, body);
}

/**
 * An installation, or an event of an application whose token was never told: nobody can know it. The row says so, and
 * the consumer asks the portal whether the access token is its own before anything of it is believed.
 */
async function receiveClaim(
  reception: Reception,
  integrationId: bigint,
  form: HookForm,
  body: string,
): Promise<Received> {
  const { refusals, claims, events, targets, encryption } = reception;
  const target = await targets.of(integrationId);
  if (target === null) return { status: 404, outcome: 'unknown' };
  if (form.secrets === null) {
    refusals.count(target, 'token_missing');
    return REFUSED;
  }
  if (encryption === null) return { status: 503, outcome: 'no-key' };
  const { applicationToken } = form;
  // One that carries the right token is no claim: strangers cannot use up what it needs.
  const isVerified = applicationToken !== null && (await targets.verify(integrationId, applicationToken));
  return within({ rate: isVerified ? events : claims, refusals, target }, () =>
    record(reception, { ...target, form, body, isVerified }),
  );
}

interface ToRecord {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  readonly form: HookForm;
  readonly body: string;
  readonly isVerified: boolean;
}

async function record(
  { store, encryption }: Reception,
  { integrationId, companyId, form, body, isVerified }: ToRecord,
): Promise<Received> {
  const { event, ts, data, portal, secrets } = form;
  const payload: Bitrix24HookEvent = { event, ts, data, portal, isVerified };
  // Events bring an access token of their own; the hub has one, and keeps none that it does not need.
  const kept = (INSTALLS.has(event) || !isVerified) && secrets && encryption;
  const isNew = await recordHookEvent(store, {
    integrationId,
    companyId,
    topic: BITRIX24_HOOKS.events,
    // What is not verified must not stand in the way of the genuine one.
    key: isVerified ? keyOf(form) : null,
    payload: JSON.stringify(payload),
    secrets: kept
      ? encryption.seal(JSON.stringify(secrets), hookSecretIdentity({ companyId, integrationId }))
      : null,
    hash: crc32(body),
  });
  notifyHooks(store, integrationId).catch(() => undefined);
  return { status: 200, outcome: isNew ? 'accepted' : 'duplicate' };
}

/**
 * What an operator wrote is an event of its own, and comes once. All others only say "look": told twice, it is looked
 * twice. By their second they are not told apart from the next change of the same object, so none of them is left out.
 */
function keyOf({ event, data }: HookForm): string | null {
  if (event !== 'ONIMCONNECTORMESSAGEADD') return null;
  const messages = OperatorMessages.safeParse(data).data?.MESSAGES ?? [];
  const ids = Object.values(messages).map(({ im }) => `${im.chat_id}:${im.message_id}`);
  return ids.length === 0 ? null : `${event}:${ids.join()}`;
}
