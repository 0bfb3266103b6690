import { applicationOf } from '../auth/applications.ts';
import { ALL_SCOPES } from '../auth/webhooks.ts';
import type { PortalMethod } from '../portal-method.ts';
import { RestError } from '../rest-error.ts';
import { param, requiredText, textParam } from '../transport/params.ts';
import { isoTime } from '../transport/portal-time.ts';
import { USERS, userOf, userWire } from './users.ts';

const profile: PortalMethod = {
  name: 'profile',
  scope: null,
  run({ context, caller }) {
    const user = userOf(context.state, caller.userId);
    // An empty object in PHP's words, for somebody who has left (facts §7.8).
    if (!user?.isActive) return { result: [] };
    return {
      result: {
        ID: String(user.id),
        ADMIN: user.isAdmin,
        NAME: user.name,
        LAST_NAME: user.lastName,
        PERSONAL_GENDER: user.gender,
        TIME_ZONE: '',
      },
    };
  },
};

const appInfo: PortalMethod = {
  name: 'app.info',
  scope: null,
  run({ context, caller }) {
    if (caller.kind === 'webhook')
      throw new RestError(400, 'ACCESS_DENIED', 'Access denied! Application context required');
    const application = applicationOf(context.state, caller.clientId);
    const family = context.behaviour.licenceFamily;
    return {
      result: {
        ID: application?.id ?? 0,
        CODE: caller.clientId,
        VERSION: 1,
        STATUS: 'L',
        INSTALLED: application?.isInstalled ?? false,
        PAYMENT_EXPIRED: 'N',
        DAYS: null,
        LANGUAGE_ID: 'ru',
        LICENSE: `ru_${family}`,
        LICENSE_TYPE: family,
        LICENSE_FAMILY: family,
      },
    };
  },
};

const scope: PortalMethod = {
  name: 'scope',
  scope: null,
  run: ({ params, caller }) => ({
    result: param(params, 'full') === undefined ? caller.scopes : ALL_SCOPES,
  }),
};

const serverTime: PortalMethod = {
  name: 'server.time',
  scope: null,
  run: ({ atMs }) => ({ result: isoTime(atMs) }),
};

const methodGet: PortalMethod = {
  name: 'method.get',
  scope: null,
  run({ params, caller, context }) {
    const method = context.methodNamed(requiredText(params, 'name'));
    const isAvailable =
      method !== undefined &&
      (method.scope === null || caller.scopes.includes(method.scope)) &&
      !(method.auth === 'application' && caller.kind === 'webhook');
    return { result: { isExisting: method !== undefined, isAvailable } };
  },
};

const FEATURES: Readonly<Record<string, 'Y' | 'N'>> = {
  rest_offline_extended: 'Y',
  rest_auth_connector: 'Y',
};

const featureGet: PortalMethod = {
  name: 'feature.get',
  scope: null,
  run: ({ params }) => ({ result: { value: FEATURES[textParam(params, 'CODE') ?? ''] ?? 'N' } }),
};

const userGet: PortalMethod = {
  name: 'user.get',
  scope: 'user',
  run({ params, context }) {
    const wanted = textParam(params, 'ID') ?? textParam({ ...(param(params, 'FILTER') as object) }, 'ID');
    const users = [...context.state.rows(USERS).values()];
    const found = wanted === undefined ? users : users.filter(({ id }) => String(id) === wanted);
    return { result: found.map(userWire), total: found.length };
  },
};

const userCurrent: PortalMethod = {
  name: 'user.current',
  scope: 'user',
  run({ context, caller }) {
    const user = userOf(context.state, caller.userId);
    return { result: user ? userWire(user) : [] };
  },
};

export const SYSTEM_METHODS: readonly PortalMethod[] = [
  profile,
  appInfo,
  scope,
  serverTime,
  methodGet,
  featureGet,
  userGet,
  userCurrent,
];
