import { delivered, linkRemote, productWanted, skipped } from '@domovoy/domain';
import { findExternalRef } from '@domovoy/store';
import type { DeliveryHandler } from '../../../handler.ts';
import { crmHandler } from '../crm-handler.ts';
import { type CrmTools, crmWork } from '../crm-work.ts';
import { ensureProduct } from './ensure-product.ts';

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
      const productId = await ensureProduct(work, { serviceId, productId: known, wanted });
      return delivered({ productId }, (tx) =>
        linkRemote(tx, { ...key, target: work.target, remoteId: productId, detail: { hash: wanted.hash } }),
      );
    },
  });

const hashOf = (detail: unknown): unknown =>
  typeof detail === 'object' && detail !== null && 'hash' in detail ? detail.hash : null;
