import type { CrmTarget, ProductRow, servicesOf } from '@domovoy/domain';
import { loadExternalRefs, type Store } from '@domovoy/store';

/** The services of a sign-up as product rows: with the product, where the portal has it. */
export async function productRowsOf(
  store: Store,
  { companyId, integrationId }: CrmTarget,
  services: ReturnType<typeof servicesOf>,
): Promise<ProductRow[]> {
  if (services.length === 0) return [];
  const ids = services.map(({ id }) => BigInt(id));
  const [rows, refs] = await Promise.all([
    store.company(companyId).loadServicesByRosdomofonId(ids),
    loadExternalRefs(store.db, { integrationId, entity: 'service', entityIds: ids, remoteKind: 'product' }),
  ]);
  return services.map(({ id, name }) => {
    const ref = refs.find(({ entityId, state }) => entityId === BigInt(id) && state === 'linked');
    return {
      productId: ref ? Number(ref.remoteId) : null,
      name,
      price: rows.find(({ rosdomofonId }) => rosdomofonId === BigInt(id))?.tariff ?? '0.00',
    };
  });
}
