import { Bitrix24Fields, type Bitrix24Item } from '@domovoy/models';
import { z } from 'zod';
import { createList } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { CreatedId, Nothing } from '../nothing.ts';
import { EntityTypeId, Id, listParams } from '../params.ts';
import { effectOfUpdate, type FieldsSchema } from './fields.ts';

/** User fields keep their names in both directions; without it the portal renames them by three rules (facts §7.1). */
const ORIGINAL_NAMES = { useOriginalUfNames: 'Y' } as const;
const LARGEST_IMPORT = 20;

/** What became of one object of an import, in the order in which they were given. */
export type ImportOutcome =
  | { readonly status: 'ok'; readonly id: number }
  | { readonly status: 'error'; readonly apiCode: string; readonly reason: string };

const Imported = z.union([
  z
    .looseObject({ item: z.looseObject({ id: CreatedId }) })
    .transform(({ item }): ImportOutcome => ({ status: 'ok', id: item.id })),
  z
    .looseObject({
      error: z.union([z.string(), z.number().transform(String)]),
      error_description: z.string().optional(),
    })
    .transform(
      ({ error, error_description }): ImportOutcome => ({
        status: 'error',
        apiCode: error,
        reason: error_description ?? '',
      }),
    ),
]);

/** Which kind of object: named by each call, or once for all of them. */
export interface EntityChoice<Shape extends z.ZodRawShape> {
  readonly shape: Shape;
  readonly given: { readonly entityTypeId?: number };
}
export const ANY_ENTITY = { shape: { entityTypeId: EntityTypeId }, given: {} };
export const onlyEntity = (entityTypeId: number) => ({ shape: {}, given: { entityTypeId } });

/**
 * crm.item.* for one kind of row (facts §7.1): the only calls that read and write CRM objects and are not deprecated.
 * Web hook or application, scope `crm`. Errors: NotFoundError for an object or a smart process that is not there,
 * ApiError with CRM_FIELD_ERROR_REQUIRED or CRM_FIELD_ERROR_VALUE_NOT_VALID for fields, PermissionError.
 */
export function itemMethods<
  Shape extends z.ZodRawShape,
  Row extends z.ZodType<Bitrix24Item>,
  Fields extends object,
>(
  context: ResourceContext,
  operation: string,
  { shape, given }: EntityChoice<Shape>,
  row: Row,
  fields: FieldsSchema<Fields>,
) {
  const item = z.looseObject({ item: row }).transform((result) => result['item'] as z.output<Row>);
  const plain = (params: object) => ({ ...given, ...params });
  const named = (params: object) => ({ ...given, ...params, ...ORIGINAL_NAMES });
  return {
    add: createMethod(context, {
      operation: `${operation}.add`,
      method: 'crm.item.add',
      params: z.strictObject({ ...shape, fields }),
      wire: named,
      answer: item,
    }),
    update: createMethod(context, {
      operation: `${operation}.update`,
      method: 'crm.item.update',
      params: z.strictObject({ ...shape, id: Id, fields }),
      wire: named,
      answer: item,
      effect: (params) => effectOfUpdate((params as { fields: object }).fields),
    }),
    get: createMethod(context, {
      operation: `${operation}.get`,
      method: 'crm.item.get',
      params: z.strictObject({ ...shape, id: Id }),
      wire: named,
      answer: item,
    }),
    delete: createMethod(context, {
      operation: `${operation}.delete`,
      method: 'crm.item.delete',
      params: z.strictObject({ ...shape, id: Id }),
      wire: plain,
      answer: Nothing,
      effect: 'repeatable',
    }),
    fields: createMethod(context, {
      operation: `${operation}.fields`,
      method: 'crm.item.fields',
      params: z.strictObject(shape),
      wire: named,
      answer: z.looseObject({ fields: Bitrix24Fields }).transform((result) => result.fields),
    }),
    batchImport: createMethod(context, {
      operation: `${operation}.batchImport`,
      method: 'crm.item.batchImport',
      params: z.strictObject({ ...shape, items: z.array(fields).min(1).max(LARGEST_IMPORT) }),
      wire: ({ items, ...params }: Record<string, unknown>) => named({ ...params, data: items }),
      answer: z.looseObject({ items: z.array(Imported) }).transform(({ items }) => items),
    }),
    ...createList(context, {
      operation: `${operation}.list`,
      method: 'crm.item.list',
      params: z.strictObject({ ...shape, ...listParams }),
      wire: named,
      row,
      rowsAt: 'items',
      idField: 'id',
    }),
  };
}
