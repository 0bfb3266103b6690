import { Bitrix24Category, Bitrix24Status } from '@domovoy/models';
import { z } from 'zod';
import { createDictionary } from '../list-method.ts';
import type { ResourceContext } from '../method.ts';
import { EntityTypeId, listParams, Text } from '../params.ts';

/** Pipelines of deals or of a smart process (facts §7.6). Web hook or application, scope `crm`. */
export const categories = (context: ResourceContext) => ({
  list: createDictionary(context, {
    operation: 'categories.list',
    method: 'crm.category.list',
    params: z.strictObject({ entityTypeId: EntityTypeId }),
    row: Bitrix24Category,
    rowsAt: 'categories',
    idField: 'id',
  }),
});

/** Where the stages of a pipeline of deals are found. */
export const dealStagesOf = (categoryId: number) =>
  categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`;

/**
 * Dictionaries of the CRM: `DEAL_STAGE`, `DEAL_STAGE_9`, `STATUS` (of leads), `SOURCE`, `CONTACT_TYPE`; by `SORT`.
 * Web hook or application, scope `crm` (facts §7.6).
 */
export const statuses = (context: ResourceContext) => ({
  list: createDictionary(context, {
    operation: 'statuses.list',
    method: 'crm.status.list',
    params: z.strictObject({ entityId: Text.optional(), filter: listParams.filter }),
    wire: ({ entityId, filter }) => ({
      filter: { ...filter, ...(entityId !== undefined && { ENTITY_ID: entityId }) },
      order: { SORT: 'ASC' },
    }),
    row: Bitrix24Status,
  }),
});
