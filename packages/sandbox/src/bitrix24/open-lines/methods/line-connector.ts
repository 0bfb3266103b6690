import type { PortalMethod } from '../../portal-method.ts';
import { argumentInvalid } from '../../rest-error.ts';
import { put } from '../../state/change.ts';
import { intParam, isYes, param, recordParam } from '../../transport/params.ts';
import { connectorAtLine, isWorking, missing } from '../connectors.ts';
import { CONNECTORS, LINE_CONNECTORS, LINES, lineKey } from '../tables.ts';

const scope = 'imconnector';
const auth = 'application';

export const activate: PortalMethod = {
  name: 'imconnector.activate',
  scope,
  auth,
  run(call) {
    const { connector, lineId, at } = connectorAtLine(call);
    const wish = param(call.params, 'ACTIVE');
    if (wish === undefined) throw missing('ACTIVE');
    if (!call.context.state.rows(LINES).get(lineId)) throw argumentInvalid(`There is no line ${lineId}`);
    const row = { code: connector.code, lineId, isActive: isYes(wish), data: at?.data ?? {} };
    call.context.save([put(LINE_CONNECTORS, lineKey(connector.code, lineId), row)], [], call);
    return { result: true };
  },
};

/** Replaced as a whole. */
export const setData: PortalMethod = {
  name: 'imconnector.connector.data.set',
  scope,
  auth,
  run(call) {
    const { connector, lineId, at } = connectorAtLine(call);
    if (param(call.params, 'DATA') === undefined) throw missing('DATA');
    const data = recordParam(call.params, 'DATA');
    const row = { code: connector.code, lineId, isActive: at?.isActive ?? false, data };
    call.context.save([put(LINE_CONNECTORS, lineKey(connector.code, lineId), row)], [], call);
    return { result: true };
  },
};

/** Without a line it is asked about line 0, where nothing ever is (facts §9). */
export const status: PortalMethod = {
  name: 'imconnector.status',
  scope,
  auth,
  run(call) {
    const params = { ...call.params, LINE: intParam(call.params, 'LINE') ?? 0 };
    const { connector, lineId, at } = connectorAtLine({ ...call, params });
    return {
      result: {
        LINE: lineId,
        CONNECTOR: connector.code,
        ERROR: false,
        CONFIGURED: at?.isActive ?? false,
        STATUS: isWorking(call.context.state, { at, lineId }),
      },
    };
  },
};

/** Those of the portal itself, and what applications registered. */
export const list: PortalMethod = {
  name: 'imconnector.list',
  scope,
  auth,
  run: ({ context }) => ({
    result: {
      livechat: 'Онлайн-чат',
      telegrambot: 'Telegram',
      ...Object.fromEntries(
        [...context.state.rows(CONNECTORS).values()].map(({ code, name }) => [code, name]),
      ),
    },
  }),
};
