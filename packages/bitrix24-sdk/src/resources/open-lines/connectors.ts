import { Bitrix24ConnectorStatus } from '@domovoy/models';
import { z } from 'zod';
import type { CallOptions } from '../../call/command.ts';
import { ApiError } from '../../errors.ts';
import { check } from '../../options.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { Nothing } from '../nothing.ts';
import { Id, NoParams, OneZero, Text } from '../params.ts';

export const ConnectorId = z
  .string()
  .regex(/^[a-z0-9_]+$/, 'expected letters a-z in lower case, digits or _, without a dot');

const Registration = z.strictObject({
  id: ConnectorId,
  name: Text,
  icon: z.strictObject({
    /** `data:image/svg+xml,…` */
    dataImage: z.string().startsWith('data:image/'),
    color: Text.optional(),
    size: Text.optional(),
    position: Text.optional(),
  }),
  /** The page that the portal shows for settings; POST with `PLACEMENT=SETTING_CONNECTOR`. */
  placementHandler: z.url(),
  /** A dialog per chat instead of one per user: such dialogs are not linked to the CRM. */
  isChatGroup: z.boolean().default(false),
  /** The operator's name in front of each message, as `[b]Name:[/b] [br]`. */
  needsSignature: z.boolean().default(true),
  /** Messages of the system, such as the end of a session, go out too. */
  needsSystemMessages: z.boolean().default(true),
});
/** A failure is an answer of status 200 here (facts §2). */
const Registered = z.union([
  z.looseObject({
    result: z.boolean(),
    error: z.string().optional(),
    error_description: z.string().optional(),
  }),
  z.boolean().transform((result) => ({ result, error: undefined, error_description: undefined })),
]);

/**
 * A channel of one's own for open lines (facts §9). Application only, scopes `imopenlines`, `imconnector`; by web hook
 * PermissionError WRONG_AUTH_TYPE. Order: `register`, bind the events, a line, `activate`, `setChannel`, `status`.
 */
export const connectors = (context: ResourceContext) => ({
  register: registration(context),

  unregister: createMethod(context, {
    operation: 'connectors.unregister',
    method: 'imconnector.unregister',
    params: z.strictObject({ id: ConnectorId }),
    wire: ({ id }) => ({ ID: id }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  /** `{code: title}` of all connectors of the portal. */
  list: createMethod(context, {
    operation: 'connectors.list',
    method: 'imconnector.list',
    params: NoParams,
    answer: z.union([
      z.record(z.string(), z.string()),
      z.array(z.never()).transform((): Record<string, string> => ({})),
    ]),
    effect: 'read',
  }),

  /** Connects it to a line, or takes it off. */
  activate: createMethod(context, {
    operation: 'connectors.activate',
    method: 'imconnector.activate',
    params: z.strictObject({ connector: ConnectorId, line: Id, isActive: OneZero.default(1) }),
    wire: ({ connector, line, isActive }) => ({ CONNECTOR: connector, LINE: line, ACTIVE: String(isActive) }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  /** What the portal shows of the channel; replaced as a whole. */
  setChannel: createMethod(context, {
    operation: 'connectors.setChannel',
    method: 'imconnector.connector.data.set',
    params: z.strictObject({
      connector: ConnectorId,
      line: Id,
      channel: z.strictObject({ id: Text, name: Text, url: z.url().optional(), urlIm: z.url().optional() }),
    }),
    wire: ({ connector, line, channel: { id, name, url, urlIm } }) => ({
      CONNECTOR: connector,
      LINE: line,
      DATA: { ID: id, NAME: name, ...(url && { URL: url }), ...(urlIm && { URL_IM: urlIm }) },
    }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  /** The line is required: without it the portal answers for line 0, "not connected". */
  status: createMethod(context, {
    operation: 'connectors.status',
    method: 'imconnector.status',
    params: z.strictObject({ connector: ConnectorId, line: Id }),
    wire: ({ connector, line }) => ({ CONNECTOR: connector, LINE: line }),
    answer: Bitrix24ConnectorStatus.transform(({ ERROR, CONFIGURED, STATUS }) => ({
      hasError: ERROR ?? false,
      isConfigured: CONFIGURED ?? false,
      isActive: STATUS ?? false,
    })),
    effect: 'read',
  }),
});

/** The same id again is an update. ApiError when the portal refuses. */
const registration =
  (context: ResourceContext) =>
  async (params: z.input<typeof Registration>, options?: CallOptions): Promise<void> => {
    const { id, name, icon, placementHandler, ...flags } = check(Registration, params, 'connectors.register');
    const answer = await context.call(
      {
        method: 'imconnector.register',
        params: {
          ID: id,
          NAME: name,
          ICON: {
            DATA_IMAGE: icon.dataImage,
            ...(icon.color && { COLOR: icon.color }),
            ...(icon.size && { SIZE: icon.size }),
            ...(icon.position && { POSITION: icon.position }),
          },
          PLACEMENT_HANDLER: placementHandler,
          CHAT_GROUP: flags.isChatGroup,
          NEED_SIGNATURE: flags.needsSignature,
          NEED_SYSTEM_MESSAGES: flags.needsSystemMessages,
        },
        answer: Registered,
        effect: 'repeatable',
      },
      options,
    );
    if (!answer.result)
      throw new ApiError({
        apiCode: answer.error ?? '',
        reason: answer.error_description,
        meta: { method: 'imconnector.register' },
      });
  };
