import { z } from 'zod';
import { Reference } from '../../batch/reference.ts';
import type { MultiFieldChanges, NewMultiField } from '../../multi-field/multi-field.ts';

type Value<T> = T | Reference | null | undefined;

/** `UF_CRM_…` of the portal, and `parentId1046`, the link to an item of a smart process. */
export interface OwnFieldValues {
  readonly [userField: `UF_${string}`]: unknown;
  readonly [parent: `parentId${number}`]: Value<number>;
}

/** What every CRM object has. A boolean becomes Y or N; what is `undefined` is not sent, `null` or '' empties a field. */
export interface ItemFields extends OwnFieldValues {
  readonly title?: Value<string>;
  readonly assignedById?: Value<number>;
  readonly opened?: Value<boolean>;
  /** Planted, to find the object again after an outcome that is unknown. */
  readonly originatorId?: Value<string>;
  readonly originId?: Value<string>;
  readonly originVersion?: Value<string>;
  readonly sourceId?: Value<string>;
  readonly sourceDescription?: Value<string>;
  readonly comments?: Value<string>;
  readonly observers?: readonly number[] | undefined;
  readonly companyId?: Value<number>;
  readonly createdTime?: Value<string>;
  readonly updatedTime?: Value<string>;
  readonly utmSource?: Value<string>;
  readonly utmMedium?: Value<string>;
  readonly utmCampaign?: Value<string>;
}

interface PersonFields extends ItemFields {
  readonly name?: Value<string>;
  readonly secondName?: Value<string>;
  readonly lastName?: Value<string>;
  readonly birthdate?: Value<string>;
  readonly post?: Value<string>;
  /** A list for a new object; for one that exists only `multiFieldChanges(…)`, since a list appends. */
  readonly fm?: readonly NewMultiField[] | MultiFieldChanges | undefined;
}

interface MoneyFields extends ItemFields {
  readonly stageId?: Value<string>;
  readonly currencyId?: Value<string>;
  readonly opportunity?: Value<number | string>;
  /** Otherwise the sum is that of the product rows. */
  readonly isManualOpportunity?: Value<boolean>;
  readonly contactId?: Value<number>;
  readonly contactIds?: readonly (number | Reference)[] | undefined;
}

export interface ContactFields extends PersonFields {
  readonly typeId?: Value<string>;
  readonly companyIds?: readonly number[] | undefined;
  readonly leadId?: Value<number>;
}

export interface DealFields extends MoneyFields {
  readonly typeId?: Value<string>;
  /** The pipeline; 0 is the general one. */
  readonly categoryId?: Value<number>;
  readonly probability?: Value<number>;
  /** A date is midnight at the portal: send it with an offset. */
  readonly begindate?: Value<string>;
  readonly closedate?: Value<string>;
}

export interface LeadFields extends PersonFields, MoneyFields {
  readonly companyTitle?: Value<string>;
  readonly statusDescription?: Value<string>;
}

/** Any object: fields of smart processes have names of their own. */
export interface AnyFields extends DealFields, Omit<LeadFields, keyof DealFields> {
  readonly [field: string]: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type FieldsSchema<Fields extends object> = z.ZodType<Record<string, unknown>, Fields>;

/**
 * Fields of crm.item.*, ready for the wire. A name of the classic methods (`NAME`), or a user field as it is called
 * without `useOriginalUfNames` (`ufCrm_…`), would be ignored by the portal without a word: it is an error here.
 */
export const itemFields = <Fields extends object>(): FieldsSchema<Fields> =>
  z
    .custom<Fields>(isObject, { error: 'expected an object of fields' })
    .superRefine((fields, context) => {
      for (const name of Object.keys(fields))
        if (!/^(UF_|(?!ufCrm)[a-z])/.test(name))
          context.addIssue({
            code: 'custom',
            path: [name],
            message: 'crm.item.* would ignore a field of this name',
          });
    })
    .transform((fields) => toWire(fields) as Record<string, unknown>);

/** Booleans as Y and N, which single calls and batches take; what is absent left out. */
function toWire(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  if (Array.isArray(value)) return value.map(toWire);
  if (!isObject(value) || value instanceof Reference) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([name, one]) => [name, toWire(one)]),
  );
}

/** Setting fields twice is setting them once, but a phone that is added twice is there twice. */
export function effectOfUpdate({ fm }: { fm?: unknown }): 'repeatable' | 'creation' {
  if (fm === undefined || (isObject(fm) && Object.keys(fm).every((key) => /^\d+$/.test(key))))
    return 'repeatable';
  return 'creation';
}
