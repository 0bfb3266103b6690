import { z } from 'zod';
import { fieldsOf } from '../../../bitrix24/crm/fields/fields-of.ts';
import { REQUIRED_FIELDS } from '../../../bitrix24/crm/items/required-fields.ts';
import { drop, put } from '../../../bitrix24/state/change.ts';
import { defineCall } from '../../call.ts';
import { ControlError } from '../../control-error.ts';

export const requireField = defineCall({
  method: 'POST',
  path: '/bitrix24/required-fields',
  summary: 'An administrator makes a field of the CRM mandatory, always or at certain stages.',
  accepts: z.strictObject({
    entityTypeId: z.int().describe('1 lead, 2 deal, 3 contact, 4 company, 1046 smart process'),
    field: z.string().min(1).describe('its name in crm.item.*, such as lastName, fm or UF_CRM_FLAT'),
    stageIds: z.array(z.string()).default([]).describe('only at these stages; always when not given'),
    isRequired: z.boolean().default(true).describe('false: it is mandatory no longer'),
  }),
  run({ isRequired, ...rule }, { bitrix24 }) {
    if (!fieldsOf(bitrix24.state, rule.entityTypeId).named(rule.field))
      throw new ControlError(404, 'UNKNOWN_FIELD', `There is no field ${rule.field}`);
    const key = `${rule.entityTypeId} ${rule.field}`;
    bitrix24.save([isRequired ? put(REQUIRED_FIELDS, key, rule) : drop(REQUIRED_FIELDS, key)]);
    return { ...rule, isRequired };
  },
});
