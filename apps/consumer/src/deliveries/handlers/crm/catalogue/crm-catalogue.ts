import type { Bitrix24, CallOptions } from '@domovoy/bitrix24-sdk';
import { delivered, type MappedField, takesUserFields, validateMapping } from '@domovoy/domain';
import { saveCrmCatalogue } from '@domovoy/store';
import type { DeliveryHandler } from '../../../handler.ts';
import { crmHandler } from '../crm-handler.ts';
import { type CrmTools, crmWork } from '../crm-work.ts';
import { loadCatalogue } from './load-catalogue.ts';

interface Payload {
  readonly createsFields: boolean;
}

/** Makes the user fields that the mapping wants and the portal lacks, and reads what the portal has. */
export const crmCatalogue = (tools: CrmTools): DeliveryHandler<Payload> =>
  crmHandler(tools, {
    async handle(delivery, context) {
      const { mapping, portal, call, target } = await crmWork(tools, delivery, context);
      if (delivery.payload.createsFields) {
        await ensureFields(portal, 3, mapping.contact.fields, call);
        await ensureFields(portal, mapping.deal.entityTypeId, mapping.deal.fields, call);
      }
      const content = await loadCatalogue(portal, call);
      const problems = validateMapping(mapping, content);
      const { integrationId, companyId } = target;
      return delivered({ problems }, (tx) => saveCrmCatalogue(tx, { integrationId, companyId, content }));
    },
  });

const ENTITIES = { 1: 'lead', 2: 'deal', 3: 'contact' } as const;

/** Only those with a label are ours to make. */
async function ensureFields(
  portal: Bitrix24,
  entityTypeId: number,
  fields: readonly MappedField[],
  options: CallOptions,
): Promise<void> {
  if (!takesUserFields(entityTypeId)) return;
  const entity = ENTITIES[entityTypeId as keyof typeof ENTITIES];
  const wanted = fields.flatMap(({ field, type, label }) =>
    label === null ? [] : [{ name: field, type, label, isInFilter: true }],
  );
  if (wanted.length > 0) await portal.userFields.ensure({ entity, fields: wanted }, options);
}
