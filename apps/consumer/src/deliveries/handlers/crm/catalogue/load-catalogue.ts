import type { Bitrix24, CallOptions } from '@domovoy/bitrix24-sdk';
import { PermissionError } from '@domovoy/bitrix24-sdk';
import type { CrmCatalogue } from '@domovoy/domain';
import { z } from 'zod';

const CONTACT = 3;
const LEAD = { entityTypeId: 1, name: 'Лид' };
const DEAL = { entityTypeId: 2, name: 'Сделка' };

/** What the portal has, as far as mappings can be about it. */
export async function loadCatalogue(portal: Bitrix24, options: CallOptions): Promise<CrmCatalogue> {
  const [types, contact, sources, contactTypes, hasProducts] = await Promise.all([
    typesOf(portal, options),
    portal.contacts.fields({}, options),
    portal.statuses.list({ entityId: 'SOURCE' }, options),
    portal.statuses.list({ entityId: 'CONTACT_TYPE' }, options),
    reachesProducts(portal, options),
  ]);
  const loaded = await Promise.all(types.map(({ entityTypeId }) => loadType(portal, entityTypeId, options)));
  return {
    types,
    fields: Object.fromEntries([
      [CONTACT, fieldsOf(contact)],
      ...loaded.map(({ entityTypeId, fields }) => [entityTypeId, fields]),
    ]),
    categories: loaded.flatMap(({ categories }) => categories),
    stages: loaded.flatMap(({ stages }) => stages),
    sources: sources.map(named),
    contactTypes: contactTypes.map(named),
    hasProducts,
  };
}

const Types = z.object({ types: z.array(z.object({ entityTypeId: z.coerce.number(), title: z.string() })) });

async function typesOf(portal: Bitrix24, options: CallOptions): Promise<CrmCatalogue['types']> {
  const own = await orElse([], async () => {
    const { types } = await portal.call({ method: 'crm.type.list', answer: Types }, options);
    return types.map(({ entityTypeId, title }) => ({ entityTypeId, name: title }));
  });
  return [LEAD, DEAL, ...own];
}

async function loadType(portal: Bitrix24, entityTypeId: number, options: CallOptions) {
  const [fields, categories] = await Promise.all([
    portal.items.fields({ entityTypeId }, options),
    // Leads have one pipeline, and no list of them.
    entityTypeId === LEAD.entityTypeId ? [] : portal.categories.list({ entityTypeId }, options),
  ]);
  const pipelines = entityTypeId === LEAD.entityTypeId ? [0] : categories.map(({ id }) => id);
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
    entityTypeId,
    fields: fieldsOf(fields),
    categories: categories.map(({ id, name }) => ({ entityTypeId, id, name: name ?? String(id) })),
    stages: stages.flat(),
  };
}

const named = ({ STATUS_ID, NAME }: { STATUS_ID: string; NAME?: string | null | undefined }) => ({
  id: STATUS_ID,
  name: NAME ?? STATUS_ID,
});

function stagesEntity(entityTypeId: number, categoryId: number): string {
  if (entityTypeId === LEAD.entityTypeId) return 'STATUS';
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

const reachesProducts = (portal: Bitrix24, options: CallOptions): Promise<boolean> =>
  orElse(false, async () => (await portal.catalogs.list({}, options)).length > 0);

/** What the access does not reach is not there. */
async function orElse<T>(otherwise: T, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof PermissionError) return otherwise;
    throw error;
  }
}
