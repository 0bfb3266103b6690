import { clientIdOf } from '../../events/methods/handler-wish.ts';
import type { PortalMethod } from '../../portal-method.ts';
import { put } from '../../state/change.ts';
import { isYes, param, recordParam, textParam } from '../../transport/params.ts';
import { forgottenConnector } from '../connectors.ts';
import { CONNECTORS } from '../tables.ts';

/** A failure is a 200 too (facts §9). The same code again is another version of it. */
export const register: PortalMethod = {
  name: 'imconnector.register',
  scope: 'imconnector',
  auth: 'application',
  run(call) {
    const { params, context } = call;
    const text = (name: string) => textParam(params, name) ?? '';
    const code = text('ID').toLowerCase();
    if (code === '') return refused('CONNECTOR_ID_REQUIRED', 'The connector ID is not specified');
    if (!/^[a-z0-9_]+$/.test(code))
      return refused(
        'GENERAL_CONNECTOR_REGISTRATION_ERROR',
        'The connector ID may have letters, digits and _ only',
      );
    if (text('NAME') === '') return refused('NAME_REQUIRED', 'The connector name is not specified');
    const { DATA_IMAGE: icon } = recordParam(params, 'ICON');
    if (typeof icon !== 'string' || icon === '')
      return refused('ICON_REQUIRED', 'The connector icon is not specified');
    if (text('PLACEMENT_HANDLER') === '')
      return refused('PLACEMENT_HANDLER_REQUIRED', 'The placement handler is not specified');
    const known = context.state.rows(CONNECTORS).get(code);
    if (known && known.clientId !== clientIdOf(call))
      return refused('GENERAL_CONNECTOR_REGISTRATION_ERROR', 'The connector belongs to another application');
    const flag = (name: string, otherwise: boolean) => {
      const value = param(params, name);
      return value === undefined ? otherwise : isYes(value);
    };
    const connector = {
      code,
      clientId: clientIdOf(call),
      name: text('NAME'),
      handlerUrl: text('PLACEMENT_HANDLER'),
      canDeleteExternal: flag('DEL_EXTERNAL_MESSAGES', true),
      tellsEdits: flag('EDIT_INTERNAL_MESSAGES', true),
      tellsDeletions: flag('DEL_INTERNAL_MESSAGES', true),
      hasSignature: flag('NEED_SIGNATURE', true),
      isGroupChat: flag('CHAT_GROUP', false),
    };
    context.save([put(CONNECTORS, code, connector)], [], call);
    return { result: { result: true } };
  },
};

export const unregister: PortalMethod = {
  name: 'imconnector.unregister',
  scope: 'imconnector',
  auth: 'application',
  run(call) {
    const { state } = call.context;
    const code = (textParam(call.params, 'ID') ?? '').toLowerCase();
    if (code === '') return refused('CONNECTOR_ID_REQUIRED', 'The connector ID is not specified');
    if (state.rows(CONNECTORS).get(code)?.clientId !== clientIdOf(call))
      return refused(
        'GENERAL_CONNECTOR_UNREGISTRATION_ERROR',
        'There is no such connector of this application',
      );
    call.context.save(forgottenConnector(state, code), [], call);
    return { result: { result: true } };
  },
};

const refused = (error: string, description: string) => ({
  result: { result: false, error, error_description: description },
});
