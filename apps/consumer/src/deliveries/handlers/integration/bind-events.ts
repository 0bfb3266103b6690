import type { Bitrix24, CallOptions } from '@domovoy/bitrix24-sdk';
import type { Bitrix24Config, CheckStep } from '@domovoy/domain';
import { AUTH_CONNECTOR, CRM_EVENTS_WANTED, eventsByHook } from './needed.ts';

interface ToBind {
  readonly bitrix24: Bitrix24;
  readonly config: Bitrix24Config;
  readonly hookUrl: string | null;
  readonly hookTokens: { readonly hasApplicationToken: boolean; readonly hasWebhookToken: boolean };
  readonly options: CallOptions;
}

export interface BoundEvents {
  readonly hasOfflineQueue: boolean;
  readonly found: Partial<Pick<CheckStep, 'state' | 'hint' | 'names'>>;
}

/**
 * The portal tells of its changes: from the queue that it keeps where its plan has one, by web hook otherwise. What is
 * bound already is left alone. A webhook cannot bind anything: a person makes an outgoing webhook by hand.
 */
export async function bindEvents(given: ToBind): Promise<BoundEvents> {
  const { bitrix24, config, hookUrl, hookTokens, options } = given;
  const { auth, chat } = config;
  if (auth === 'webhook') {
    const isBound = hookTokens.hasWebhookToken && hookUrl !== null;
    const names = eventsByHook(chat, { auth, hasOfflineQueue: false });
    const hint = hookUrl === null ? 'HOOK_URL_MISSING' : 'EVENTS_BY_HAND';
    return { hasOfflineQueue: false, found: isBound ? {} : { state: 'warning', hint, names } };
  }
  const hasOfflineQueue = await bitrix24.application.hasFeature({ code: 'rest_offline_extended' }, options);
  const bindings = await bitrix24.eventBindings.list({}, options);
  const offline = bindings.filter((binding) => binding.offline === true).map(nameOf);
  const online = bindings.filter(({ handler }) => hookUrl !== null && handler === hookUrl).map(nameOf);
  const toQueue = hasOfflineQueue ? without(CRM_EVENTS_WANTED, offline) : [];
  const toHook = hookUrl === null ? [] : without(eventsByHook(chat, { auth, hasOfflineQueue }), online);
  const commands = [
    ...toQueue.map((event) =>
      bitrix24.eventBindings.bindOffline.command({ event, authConnector: AUTH_CONNECTOR }),
    ),
    ...toHook.map((event) =>
      event === WAKE_UP
        ? wakeUp(hookUrl ?? '')
        : bitrix24.eventBindings.bind.command({ event, handler: hookUrl ?? '' }),
    ),
  ];
  if (commands.length > 0) await bitrix24.batch(commands, options);
  return { hasOfflineQueue, found: await lookAgain(given, commands.length > 0, [...toQueue, ...toHook]) };
}

const WAKE_UP = 'ONOFFLINEEVENT';

/** About the queue of our own connector, and at most once a second: in between there is nothing that the next look misses. */
const wakeUp = (handler: string) => ({
  method: 'event.bind',
  params: {
    event: WAKE_UP,
    handler,
    event_type: 'online',
    auth_connector: AUTH_CONNECTOR,
    options: { minTimeout: 1 },
  },
  effect: 'creation' as const,
});

/** "There is one" and "there is no such event" have no code to rely on: what counts is what is bound in the end. */
async function lookAgain(
  { bitrix24, hookUrl, hookTokens, options }: ToBind,
  hasBound: boolean,
  wanted: readonly string[],
): Promise<BoundEvents['found']> {
  const bound = hasBound ? (await bitrix24.eventBindings.list({}, options)).map(nameOf) : [];
  const refused = hasBound ? without(wanted, bound) : [];
  if (refused.length > 0) return { state: 'warning', hint: 'EVENTS_NOT_BOUND', names: refused };
  if (hookUrl === null) return { state: 'warning', hint: 'HOOK_URL_MISSING' };
  return hookTokens.hasApplicationToken ? {} : { state: 'ok', hint: 'EVENT_TOKEN_AWAITED' };
}

const nameOf = ({ event }: { readonly event: string }) => event.toUpperCase();
const without = (wanted: readonly string[], known: readonly string[]) =>
  wanted.filter((name) => !known.includes(name));
