import { Bitrix24Application, Bitrix24MethodAvailability, Bitrix24Profile } from '@domovoy/models';
import { z } from 'zod';
import { createMethod, type ResourceContext } from '../method.ts';
import { NoParams, Text } from '../params.ts';

/** Who calls, and what they may (facts §7.8). */
export const application = (context: ResourceContext) => ({
  /**
   * The user whose rights the calls have. Needs no scope, so it is the best probe of a web hook: AuthenticationError when
   * it was revoked, PermissionError without a plan. An empty object when the user is inactive.
   */
  profile: createMethod(context, {
    operation: 'application.profile',
    method: 'profile',
    params: NoParams,
    answer: Bitrix24Profile,
    effect: 'read',
  }),

  /** Licence, version, payment. Application only: by web hook ApiError ACCESS_DENIED. */
  info: createMethod(context, {
    operation: 'application.info',
    method: 'app.info',
    params: NoParams,
    answer: Bitrix24Application,
    effect: 'read',
  }),

  /** What the web hook or application was given: `['crm', 'imopenlines']`; with `isFull` all that there are. */
  scope: createMethod(context, {
    operation: 'application.scope',
    method: 'scope',
    params: z.strictObject({ isFull: z.boolean().default(false) }),
    wire: ({ isFull }) => (isFull ? { full: 1 } : {}),
    answer: z.array(z.string()),
    effect: 'read',
  }),

  /** The portal's clock, with its offset. */
  serverTime: createMethod(context, {
    operation: 'application.serverTime',
    method: 'server.time',
    params: NoParams,
    answer: z.string().transform((iso) => new Date(iso)),
    effect: 'read',
  }),

  /** Does the portal know the method, and may we call it? */
  method: createMethod(context, {
    operation: 'application.method',
    method: 'method.get',
    params: z.strictObject({ name: Text }),
    answer: Bitrix24MethodAvailability.transform(({ isExisting, isAvailable }) => ({
      isExisting: isExisting ?? false,
      isAvailable: isAvailable ?? false,
    })),
    effect: 'read',
  }),

  /** Does the plan have it? `rest_offline_extended`, `rest_auth_connector`. */
  hasFeature: createMethod(context, {
    operation: 'application.hasFeature',
    method: 'feature.get',
    params: z.strictObject({ code: Text }),
    wire: ({ code }) => ({ CODE: code }),
    answer: z.looseObject({ value: z.unknown() }).transform(({ value }) => value === 'Y' || value === true),
    effect: 'read',
  }),
});
