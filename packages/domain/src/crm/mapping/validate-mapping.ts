import { type CatalogueField, type CrmCatalogue, takesUserFields } from './catalogue.ts';
import type { CrmMapping, MappedField } from './crm-mapping.ts';

export interface MappingProblem {
  readonly code:
    | 'SHAPE'
    | 'PORTAL_UNREAD'
    | 'ENTITY_UNKNOWN'
    | 'CATEGORY_UNKNOWN'
    | 'STAGE_UNKNOWN'
    | 'STAGE_LOOP'
    | 'FIELD_UNKNOWN'
    | 'FIELD_READ_ONLY'
    | 'FIELD_TYPE'
    | 'FIELD_TWICE'
    | 'FIELD_REQUIRED'
    | 'SOURCE_UNKNOWN'
    | 'TYPE_UNKNOWN'
    | 'PRODUCTS_UNREACHABLE';
  /** Where in the mapping, `deal.stages.completed`. */
  readonly path: string;
  /** In words for a person. */
  readonly message: string;
  /** A warning does not keep it from being saved. */
  readonly severity: 'error' | 'warning';
}

const CONTACT = 3;
/** Filled by the hub itself, or by the portal when they are left out. */
const FILLED = new Set([
  'title',
  'name',
  'stageId',
  'categoryId',
  'assignedById',
  'currencyId',
  'opened',
  'typeId',
  'sourceId',
]);

/** What of a mapping the portal does not have. Null: the portal was never read, and nobody knows. */
export function validateMapping(mapping: CrmMapping, catalogue: CrmCatalogue | null): MappingProblem[] {
  if (catalogue === null)
    return [warning('PORTAL_UNREAD', '', 'the fields and stages of the portal were not read yet')];
  const { contact, deal } = mapping;
  return [
    ...fieldProblems('contact.fields', contact.fields, CONTACT, catalogue),
    ...fieldProblems('deal.fields', deal.fields, deal.entityTypeId, catalogue),
    ...requiredProblems('contact', contact.fields, CONTACT, catalogue),
    ...requiredProblems('deal', deal.fields, deal.entityTypeId, catalogue),
    ...stageProblems(mapping, catalogue),
    ...(['contact', 'deal'] as const).flatMap((side) =>
      sourceProblems(side, mapping[side].sourceId, catalogue),
    ),
    ...(contact.typeId === null || catalogue.contactTypes.some(({ id }) => id === contact.typeId)
      ? []
      : [error('TYPE_UNKNOWN', 'contact.typeId', `the portal has no contact type ${contact.typeId}`)]),
    ...(mapping.hasProducts && !catalogue.hasProducts
      ? [
          error(
            'PRODUCTS_UNREACHABLE',
            'hasProducts',
            "the access does not reach the portal's catalogue of products",
          ),
        ]
      : []),
  ];
}

const error = (code: MappingProblem['code'], path: string, message: string): MappingProblem => ({
  code,
  path,
  message,
  severity: 'error',
});
const warning = (...given: Parameters<typeof error>): MappingProblem => ({
  ...error(...given),
  severity: 'warning',
});

/** Types of the portal that take what a mapped type gives. */
const TAKES: Readonly<Record<MappedField['type'], readonly string[]>> = {
  string: ['string', 'text', 'url', 'address'],
  double: ['double', 'integer', 'string'],
  boolean: ['boolean'],
  date: ['date', 'datetime', 'string'],
  datetime: ['datetime', 'date', 'string'],
  money: ['money', 'string'],
};

function fieldProblems(
  path: string,
  fields: readonly MappedField[],
  entityTypeId: number,
  catalogue: CrmCatalogue,
): MappingProblem[] {
  const known = catalogue.fields[entityTypeId];
  if (known === undefined)
    return [
      error('ENTITY_UNKNOWN', 'deal.entityTypeId', `the portal has no entity of the type ${entityTypeId}`),
    ];
  const seen = new Set<string>();
  return fields.flatMap(({ field, type, label }, at) => {
    const here = `${path}.${at}`;
    if (seen.has(field)) return [error('FIELD_TWICE', here, `${field} is there twice`)];
    seen.add(field);
    const there = known.find(({ name }) => name === field);
    return there
      ? problemsOf(there, type, here)
      : missing(field, here, label !== null && takesUserFields(entityTypeId));
  });
}

const missing = (field: string, path: string, isMade: boolean): MappingProblem[] =>
  isMade
    ? [warning('FIELD_UNKNOWN', path, `the portal has no field ${field}; it will be created`)]
    : [
        error(
          'FIELD_UNKNOWN',
          path,
          `the portal has no field ${field}, and it has no label to create it with`,
        ),
      ];

function problemsOf(there: CatalogueField, type: MappedField['type'], path: string): MappingProblem[] {
  if (there.isReadOnly) return [error('FIELD_READ_ONLY', path, `${there.name} cannot be written`)];
  if (!TAKES[type].includes(there.type))
    return [error('FIELD_TYPE', path, `${there.name} is a ${there.type} and does not take a ${type}`)];
  return [];
}

/** A field that an administrator made mandatory fails every creation. */
const requiredProblems = (
  side: 'contact' | 'deal',
  fields: readonly MappedField[],
  entityTypeId: number,
  catalogue: CrmCatalogue,
): MappingProblem[] =>
  (catalogue.fields[entityTypeId] ?? [])
    .filter(({ name, isRequired, isReadOnly }) => isRequired && !isReadOnly && !FILLED.has(name))
    .filter(({ name }) => !fields.some(({ field }) => field === name))
    .map(({ name }) =>
      error('FIELD_REQUIRED', `${side}.fields`, `the portal demands ${name}, and nothing fills it`),
    );

function stageProblems({ deal }: CrmMapping, { categories, stages }: CrmCatalogue): MappingProblem[] {
  const { entityTypeId, categoryId } = deal;
  const isKnown = (stageId: string) =>
    stages.some(
      (one) => one.entityTypeId === entityTypeId && one.categoryId === categoryId && one.id === stageId,
    );
  const hasCategories = categories.some((one) => one.entityTypeId === entityTypeId);
  const problems: MappingProblem[] = [];
  if (hasCategories && !categories.some((one) => one.entityTypeId === entityTypeId && one.id === categoryId))
    problems.push(error('CATEGORY_UNKNOWN', 'deal.categoryId', `the portal has no pipeline ${categoryId}`));
  for (const [state, stageId] of Object.entries(deal.stages))
    if (stageId !== null && !isKnown(stageId))
      problems.push(error('STAGE_UNKNOWN', `deal.stages.${state}`, `the pipeline has no stage ${stageId}`));
  for (const [at, { stageId, action }] of deal.onStage.entries()) {
    if (!isKnown(stageId))
      problems.push(error('STAGE_UNKNOWN', `deal.onStage.${at}`, `the pipeline has no stage ${stageId}`));
    const waiting = [deal.stages.new, deal.stages.needs_review];
    if (waiting.includes(stageId))
      problems.push(
        error(
          'STAGE_LOOP',
          `deal.onStage.${at}`,
          `${stageId} is where a sign-up waits: it cannot also ${action} it`,
        ),
      );
  }
  return problems;
}

const sourceProblems = (side: 'contact' | 'deal', sourceId: string | null, { sources }: CrmCatalogue) =>
  sourceId === null || sources.some(({ id }) => id === sourceId)
    ? []
    : [error('SOURCE_UNKNOWN', `${side}.sourceId`, `the portal has no source ${sourceId}`)];
