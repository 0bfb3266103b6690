import { Bitrix24Duplicates, Bitrix24Merge } from '@domovoy/models';
import { z } from 'zod';
import type { CallOptions } from '../../call/command.ts';
import { phoneSpellings } from '../../multi-field/phone-spellings.ts';
import { check } from '../../options.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { EntityTypeId, Id, Text } from '../params.ts';

const MOST_VALUES = 20;
const EntityType = z.enum(['LEAD', 'CONTACT', 'COMPANY']);
type Found = z.output<typeof Bitrix24Duplicates>;

const ByComm = z.strictObject({
  type: z.enum(['PHONE', 'EMAIL']),
  values: z.array(Text).min(1),
  /** Without it, twenty duplicates of one kind push out the others. */
  entityType: EntityType.optional(),
});
const wire = ({ type, values, entityType }: z.output<typeof ByComm>) => ({
  type,
  values,
  entity_type: entityType,
});

/** Who has this phone or e-mail (facts §7.3), and making one of several. Web hook or application, scope `crm`. */
export function duplicates(context: ResourceContext) {
  const findSome = createMethod(context, {
    operation: 'duplicates.findByComm',
    method: 'crm.duplicate.findbycomm',
    params: ByComm.extend({ values: ByComm.shape.values.max(MOST_VALUES) }),
    wire,
    answer: Bitrix24Duplicates,
    effect: 'read',
  });

  /** Any number of values, twenty a call. The answer does not tell which value matched whom. */
  const findByComm = async (params: z.input<typeof ByComm>, options?: CallOptions): Promise<Found> => {
    const { values, ...rest } = check(ByComm, params, 'duplicates.findByComm');
    let found: Found = {};
    for (let at = 0; at < values.length; at += MOST_VALUES)
      found = merge(found, await findSome({ ...rest, values: values.slice(at, at + MOST_VALUES) }, options));
    return found;
  };

  return {
    findByComm: Object.assign(findByComm, { command: findSome.command }),

    /** All spellings in one call, since the portal compares whole numbers: +79…, 79…, 89…, 9… */
    findByPhone: createMethod(context, {
      operation: 'duplicates.findByPhone',
      method: 'crm.duplicate.findbycomm',
      params: z.strictObject({ phone: Text, entityType: EntityType.optional() }),
      wire: ({ phone, entityType }) => wire({ type: 'PHONE', values: phoneSpellings(phone), entityType }),
      answer: Bitrix24Duplicates,
      effect: 'read',
    }),

    /** Into the first of `ids`; the others are deleted. `status: 'CONFLICT'` leaves it to a person. */
    merge: createMethod(context, {
      operation: 'duplicates.merge',
      method: 'crm.entity.mergeBatch',
      params: z.strictObject({ entityTypeId: EntityTypeId, ids: z.array(Id).min(2) }),
      wire: ({ entityTypeId, ids }) => ({ params: { entityTypeId, entityIds: ids } }),
      answer: Bitrix24Merge.transform(({ STATUS, ENTITY_IDS }) => ({
        status: STATUS,
        deletedIds: ENTITY_IDS ?? [],
      })),
    }),
  };
}

function merge(one: Found, other: Found): Found {
  const merged: Found = {};
  for (const type of EntityType.options) {
    const ids = new Set([...(one[type] ?? []), ...(other[type] ?? [])]);
    if (ids.size > 0) merged[type] = [...ids];
  }
  return merged;
}
