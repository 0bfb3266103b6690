import { NotFoundError } from '@domovoy/bitrix24-sdk';
import {
  delivered,
  linkRemote,
  type ProductWanted,
  productOrigin,
  productWanted,
  skipped,
} from '@domovoy/domain';
import { findExternalRef } from '@domovoy/store';
import type { DeliveryHandler } from '../../../handler.ts';
import { crmHandler } from '../crm-handler.ts';
import { type CrmTools, type CrmWork, crmWork } from '../crm-work.ts';

interface Payload {
  readonly serviceId: bigint;
}

/** A service of RosDomofon is a product, with its name and its tariff as the price. */
export const crmProduct = (tools: CrmTools): DeliveryHandler<Payload> =>
  crmHandler(tools, {
    async handle(delivery, context) {
      const { store } = tools;
      const { companyId, payload } = delivery;
      const { serviceId } = payload;
      const work = await crmWork(tools, delivery, context);
      if (!work.mapping.hasProducts) return skipped('PRODUCTS_OFF');
      const [service] = await store.company(companyId).loadServicesByRosdomofonId([serviceId]);
      if (service === undefined) return skipped('SERVICE_GONE');
      const { integrationId } = work.target;
      const key = { integrationId, entity: 'service', entityId: serviceId, remoteKind: 'product' } as const;
      const ref = await findExternalRef(store.db, key);
      const wanted = productWanted(service);
      const known = ref?.remoteId ? Number(ref.remoteId) : null;
      if (known !== null && hashOf(ref?.detail) === wanted.hash)
        return delivered({ productId: known, isWritten: false });
      const productId = (await keepInStep(work, known, wanted)) ?? (await ensure(work, serviceId, wanted));
      return delivered({ productId }, (tx) =>
        linkRemote(tx, { ...key, target: work.target, remoteId: productId, detail: { hash: wanted.hash } }),
      );
    },
  });

const hashOf = (detail: unknown): unknown =>
  typeof detail === 'object' && detail !== null && 'hash' in detail ? detail.hash : null;

const fieldsOf = ({ mapping }: CrmWork, { name, price, isActive }: ProductWanted) => ({
  name,
  currencyId: mapping.currency,
  active: isActive,
  ...(price === null ? {} : { price }),
});

/** Null: there is none to keep. */
async function keepInStep(work: CrmWork, id: number | null, wanted: ProductWanted): Promise<number | null> {
  if (id === null) return null;
  try {
    await work.portal.crmProducts.update({ id, ...fieldsOf(work, wanted) }, work.call);
    return id;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** By its external id, or a new one. */
async function ensure(work: CrmWork, serviceId: bigint, wanted: ProductWanted): Promise<number> {
  const { portal, call } = work;
  const xmlId = productOrigin(serviceId);
  const { rows } = await portal.crmProducts.list(
    { filter: { XML_ID: xmlId }, select: ['ID', 'XML_ID'], order: { ID: 'ASC' } },
    { ...call, start: -1 },
  );
  // The old methods drop a filter that they do not know, and give everything.
  const found = rows.find(({ XML_ID }) => XML_ID === xmlId);
  const kept = found && (await keepInStep(work, found.ID, wanted));
  return kept ?? portal.crmProducts.add({ xmlId, ...fieldsOf(work, wanted) }, call);
}
