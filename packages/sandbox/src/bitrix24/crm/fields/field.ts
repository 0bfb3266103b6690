/** How a value is kept, compared and written, whatever the type is called. */
export type FieldKind = 'number' | 'double' | 'boolean' | 'date' | 'datetime' | 'text' | 'multifield';

export interface Field {
  /** In `crm.item.*`, and where rows keep it. User fields have their own name here: `UF_CRM_…`. */
  name: string;
  /** In the classic methods. */
  upper: string;
  type: string;
  kind: FieldKind;
  title: string;
  isReadOnly: boolean;
  /** Can be given when a thing is added, and not changed. */
  isImmutable: boolean;
  isMultiple: boolean;
  /** A user field. */
  isDynamic: boolean;
  /** Of a user field that an administrator made mandatory. */
  isRequired: boolean;
  /** Of an enumeration. */
  items?: { ID: string; VALUE: string }[];
}

const KINDS: Readonly<Record<string, FieldKind>> = {
  integer: 'number',
  user: 'number',
  employee: 'number',
  enumeration: 'number',
  crm_category: 'number',
  crm_lead: 'number',
  crm_deal: 'number',
  crm_contact: 'number',
  crm_company: 'number',
  crm_entity: 'number',
  iblock_section: 'number',
  iblock_element: 'number',
  double: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  crm_multifield: 'multifield',
};

export const kindOf = (type: string): FieldKind => KINDS[type] ?? 'text';

type Traits = Partial<Pick<Field, 'upper' | 'isReadOnly' | 'isImmutable' | 'isMultiple'>>;

export const field = (name: string, type: string, title: string, traits: Traits = {}): Field => ({
  name,
  upper: upperOf(name),
  type,
  kind: kindOf(type),
  title,
  isReadOnly: false,
  isImmutable: false,
  isMultiple: false,
  isDynamic: false,
  isRequired: false,
  ...traits,
});

/** `assignedById` → `ASSIGNED_BY_ID` */
const upperOf = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
