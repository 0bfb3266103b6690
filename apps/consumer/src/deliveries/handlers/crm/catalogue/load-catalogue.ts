import type { Bitrix24, CallOptions } from '@domovoy/bitrix24-sdk';
import { PermissionError } from '@domovoy/bitrix24-sdk';
import type { CrmCatalogue, CrmMapping } from '@domovoy/domain';

const CONTACT = 3;

/** What the portal has, as far as the mapping is about it. */
export async function loadCatalogue(
  portal: Bitrix24,
  { deal: { entityTypeId } }: CrmMapping,
  options: CallOptions,
): Promise<CrmCatalogue> {
  const [contact, deal, categories, sources, contactTypes, hasProducts] = await Promise.all([
    portal.contacts.fields({}, options),
    portal.items.fields({ entityTypeId }, options),
    // Leads have one pipeline, and no list of them.
    entityTypeId === 1 ? [] : portal.categories.list({ entityTypeId }, options),
    portal.statuses.list({ entityId: 'SOURCE' }, options),
    portal.statuses.list({ entityId: 'CONTACT_TYPE' }, options),
    reachesProducts(portal, options),
  ]);
  const pipelines = entityTypeId === 1 ? [0] : categories.map(({ id }) => id);
  const stages = await Promise.all(
    pipelines.map(async (categoryId) => {
      const entityId = stagesEntity(entityTypeId, categoryId);
      const rows = await portal.statuses.list({ entityId }, options);
      return rows.map(({ STATUS_ID, NAME, EXTRA }) => ({
        entityTypeId,
        categoryId,
        id: STATUS_ID,
        name: NAME ?? STATUS_ID,
        semantics: EXTRA?.SEMANTICS ?? null,
      }));
    }),
  );
  return {
    fields: { [CONTACT]: fieldsOf(contact), [entityTypeId]: fieldsOf(deal) },
    categories: categories.map(({ id, name }) => ({ entityTypeId, id, name: name ?? String(id) })),
    stages: stages.flat(),
    sources: sources.map(named),
    contactTypes: contactTypes.map(named),
    hasProducts,
  };
}

const named = ({ STATUS_ID, NAME }: { STATUS_ID: string; NAME?: string | null | undefined }) => ({
  id: STATUS_ID,
  name: NAME ?? STATUS_ID,
});

function stagesEntity(entityTypeId: number, categoryId: number): string {
  if (entityTypeId === 1) return 'STATUS';
  if (entityTypeId >= 128) return `DYNAMIC_${entityTypeId}_STAGE_${categoryId}`;
  return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`;
}

type PortalFields = Awaited<ReturnType<Bitrix24['contacts']['fields']>>;

/** With `useOriginalUfNames` a user field has its original name. */
const fieldsOf = (fields: PortalFields) =>
  Object.entries(fields).map(([name, { title, type, isRequired, isReadOnly }]) => ({
    name,
    title: title ?? name,
    type,
    isRequired: isRequired ?? false,
    isReadOnly: isReadOnly ?? false,
  }));

async function reachesProducts(portal: Bitrix24, options: CallOptions): Promise<boolean> {
  try {
    await portal.crmProducts.list({ select: ['ID'] }, { ...options, start: -1 });
    return true;
  } catch (error) {
    if (error instanceof PermissionError) return false;
    throw error;
  }
}
