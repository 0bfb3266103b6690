import { z } from 'zod';

const Field = z.object({
  name: z.string(),
  title: z.string(),
  type: z.string(),
  isRequired: z.boolean(),
  isReadOnly: z.boolean(),
});
export type CatalogueField = z.output<typeof Field>;

/** What a portal has, as far as mappings are about it. */
export const CrmCatalogue = z.object({
  /** What a sign-up may become: leads, deals, smart processes. */
  types: z.array(z.object({ entityTypeId: z.int(), name: z.string() })),
  /** By entityTypeId. */
  fields: z.record(z.string(), z.array(Field)),
  categories: z.array(z.object({ entityTypeId: z.int(), id: z.int(), name: z.string() })),
  /** Of leads the category is 0. */
  stages: z.array(
    z.object({
      entityTypeId: z.int(),
      categoryId: z.int(),
      id: z.string(),
      name: z.string(),
      /** process, success, failure; null: the portal does not say. */
      semantics: z.string().nullable(),
    }),
  ),
  sources: z.array(z.object({ id: z.string(), name: z.string() })),
  contactTypes: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether there is a catalogue of products that the access reaches. */
  hasProducts: z.boolean(),
});
export type CrmCatalogue = z.output<typeof CrmCatalogue>;

/** Whether user fields can be created by the classic methods: of contacts, deals and leads. */
export const takesUserFields = (entityTypeId: number): boolean => entityTypeId <= 3;
