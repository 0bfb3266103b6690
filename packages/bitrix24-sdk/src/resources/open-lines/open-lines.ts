import { Bitrix24OpenLine } from '@domovoy/models';
import { z } from 'zod';
import type { CallOptions } from '../../call/command.ts';
import { check } from '../../options.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { CreatedId, Nothing } from '../nothing.ts';
import { type Filter, Id, Text } from '../params.ts';

/** More is cut off silently. */
const LARGEST_PAGE = 200;

const settings = z
  .strictObject({
    LINE_NAME: Text.optional(),
    ACTIVE: z.enum(['Y', 'N']).optional(),
    /** `lead`, `none` …: what the portal creates for a person whom it does not know. */
    CRM_CREATE: Text.optional(),
    CRM: z.enum(['Y', 'N']).optional(),
    /** Users or departments who answer. */
    QUEUE: z
      .array(
        z.strictObject({
          ENTITY_TYPE: z.enum(['user', 'department']),
          ENTITY_ID: z.union([z.int(), z.string()]),
        }),
      )
      .min(1)
      .optional(),
    QUEUE_TYPE: z.enum(['evenly', 'strictly', 'all']).optional(),
    WELCOME_MESSAGE: z.enum(['Y', 'N']).optional(),
  })
  .catchall(z.unknown());
const Listing = z.strictObject({ filter: z.custom<Filter>().optional() });

/** Open lines, the queues of operators (facts §9). Web hook or application, scope `imopenlines`. */
export const openLines = (context: ResourceContext) => ({
  /** All of them; this method has pages of its own kind. */
  list: async (params: z.input<typeof Listing> = {}, options?: CallOptions): Promise<Bitrix24OpenLine[]> => {
    const { filter } = check(Listing, params, 'openLines.list');
    const all: Bitrix24OpenLine[] = [];
    for (;;) {
      const page = await context.call(
        {
          method: 'imopenlines.config.list.get',
          params: {
            PARAMS: {
              select: ['ID', 'LINE_NAME', 'ACTIVE', 'CRM', 'CRM_CREATE', 'QUEUE_TYPE'],
              order: { ID: 'ASC' },
              ...(filter && { filter }),
              limit: LARGEST_PAGE,
              offset: all.length,
            },
          },
          answer: z.array(Bitrix24OpenLine),
          effect: 'read',
        },
        options,
      );
      all.push(...page);
      if (page.length < LARGEST_PAGE) return all;
    }
  },

  get: createMethod(context, {
    operation: 'openLines.get',
    method: 'imopenlines.config.get',
    params: z.strictObject({ id: Id }),
    wire: ({ id }) => ({ CONFIG_ID: id, WITH_QUEUE: 'Y', SHOW_OFFLINE: 'Y' }),
    answer: Bitrix24OpenLine,
  }),

  /** Settings as the portal calls them. Resolves with its id. */
  add: createMethod(context, {
    operation: 'openLines.add',
    method: 'imopenlines.config.add',
    params: z.strictObject({ settings }),
    wire: ({ settings: PARAMS }) => ({ PARAMS }),
    answer: CreatedId,
  }),

  update: createMethod(context, {
    operation: 'openLines.update',
    method: 'imopenlines.config.update',
    params: z.strictObject({ id: Id, settings }),
    wire: ({ id, settings: PARAMS }) => ({ CONFIG_ID: id, PARAMS }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  delete: createMethod(context, {
    operation: 'openLines.delete',
    method: 'imopenlines.config.delete',
    params: z.strictObject({ id: Id }),
    wire: ({ id }) => ({ CONFIG_ID: id }),
    answer: Nothing,
    effect: 'repeatable',
  }),
});
