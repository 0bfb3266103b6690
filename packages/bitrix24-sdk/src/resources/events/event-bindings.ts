import { Bitrix24EventBinding } from '@domovoy/models';
import { z } from 'zod';
import type { CallOptions } from '../../call/command.ts';
import { ApiError, Bitrix24Error } from '../../errors.ts';
import { check } from '../../options.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { Nothing } from '../nothing.ts';
import { NoParams, Text } from '../params.ts';

const EventName = z.string().regex(/^\w+$/, 'expected the name of an event').toUpperCase();
const Online = z.strictObject({
  event: EventName,
  handler: z.url(),
  /** The user whose rights the event's token has; that of who binds when absent. */
  userId: z.int().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});
const Offline = z.strictObject({
  event: EventName,
  /** That of the client when absent: what is changed with it is not queued (facts §8). */
  authConnector: Text.optional(),
});
type Wanted = { readonly event: string; readonly handler?: string | undefined };

/** Who is told of events (facts §8). Application only. Names are in capitals: `ONCRMCONTACTUPDATE`. */
export function eventBindings(context: ResourceContext) {
  const methods = { ...bindingMethods(context), ...unbindingMethods(context) };
  const { list, bind, bindOffline } = methods;

  const isThere = async ({ event, handler }: Wanted, options?: CallOptions) =>
    (await list({}, options)).some(
      (bound) =>
        bound.event.toUpperCase() === event &&
        (handler === undefined ? bound.offline === true : !bound.offline && bound.handler === handler),
    );
  /** "There is one" has no code to rely on, and an answer may get lost: what is bound in the end is what counts. */
  const unlessThere = async (
    wanted: Wanted,
    options: CallOptions | undefined,
    work: () => Promise<unknown>,
  ) => {
    if (await isThere(wanted, options)) return;
    try {
      await work();
    } catch (error) {
      if (!mayHaveWorked(error) || !(await isThere(wanted, options))) throw error;
    }
  };

  return {
    ...methods,

    /** Bound in the end, whether it was before or not. An update of the application drops all of them. */
    ensure: async (params: z.input<typeof Online>, options?: CallOptions): Promise<void> =>
      unlessThere(check(Online, params, 'eventBindings.ensure'), options, () => bind(params, options)),
    ensureOffline: async (params: z.input<typeof Offline>, options?: CallOptions): Promise<void> =>
      unlessThere({ event: check(Offline, params, 'eventBindings.ensureOffline').event }, options, () =>
        bindOffline(params, options),
      ),
  };
}

const mayHaveWorked = (error: unknown): boolean =>
  error instanceof ApiError || (error instanceof Bitrix24Error && error.unknownOutcome);

const bindingMethods = (context: ResourceContext) => ({
  list: createMethod(context, {
    operation: 'eventBindings.list',
    method: 'event.get',
    params: NoParams,
    answer: z.array(Bitrix24EventBinding),
    effect: 'read',
  }),

  /** ApiError ERROR_EVENT_NOT_FOUND, and when the handler is bound already. */
  bind: createMethod(context, {
    operation: 'eventBindings.bind',
    method: 'event.bind',
    params: Online,
    wire: ({ event, handler, userId, options }) => ({
      event,
      handler,
      event_type: 'online',
      auth_type: userId,
      options,
    }),
    answer: Nothing,
    effect: 'creation',
  }),

  /** Into the queue that `offlineEvents` reads; an administrator. */
  bindOffline: createMethod(context, {
    operation: 'eventBindings.bindOffline',
    method: 'event.bind',
    params: Offline,
    wire: ({ event, authConnector = context.authConnector }) => ({
      event,
      event_type: 'offline',
      auth_connector: authConnector,
    }),
    answer: Nothing,
    effect: 'creation',
  }),

  /** Fires ONAPPTEST with these values: the test of a public address. */
  test: createMethod(context, {
    operation: 'eventBindings.test',
    method: 'event.test',
    params: z.record(z.string(), z.string()),
    answer: Nothing,
    effect: 'repeatable',
  }),
});

const Count = z.looseObject({ count: z.int() }).transform(({ count }) => count);

/** Resolve with how many there were. */
const unbindingMethods = (context: ResourceContext) => ({
  unbind: createMethod(context, {
    operation: 'eventBindings.unbind',
    method: 'event.unbind',
    params: z.strictObject({ event: EventName, handler: z.url() }),
    answer: Count,
    effect: 'repeatable',
  }),

  unbindOffline: createMethod(context, {
    operation: 'eventBindings.unbindOffline',
    method: 'event.unbind',
    params: z.strictObject({ event: EventName }),
    wire: ({ event }) => ({ event, event_type: 'offline' }),
    answer: Count,
    effect: 'repeatable',
  }),
});
