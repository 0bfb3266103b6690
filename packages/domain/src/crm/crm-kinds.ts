import { z } from 'zod';
import { type DeliveryKinds, defineDeliveryKind } from '../deliveries/kind/delivery-kind.ts';
import { RowId } from '../deliveries/kinds/row-id.ts';

/** An integration of a CRM. */
export interface CrmTarget {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  readonly kind: 'bitrix24';
}

const OfAbonent = z.object({
  /** RosDomofon's id. */
  abonentId: RowId,
});

const common = {
  target: 'bitrix24',
  // Of the abonent: two sign-ups of one person would both find no contact, and make one each.
  subject: ({ abonentId }: { abonentId: bigint }) => `abonent:${abonentId}`,
  /** Several calls, each of which may wait for the portal's limits and for the batch that it joins; below the lease. */
  attemptTimeoutMs: 56_000,
} as const;

/**
 * What a CRM is told. A delivery says only what it is about: its handler reads the rows as they are when its turn
 * comes, so that one that waits stands for everything that changes meanwhile.
 */
export const CRM_KINDS = {
  /** The abonent is a contact. `signUpId` null: something else of the abonent changed. */
  'crm.contact': defineDeliveryKind({
    ...common,
    payload: OfAbonent.extend({
      signUpId: RowId.nullable(),
      /** Also one who never asked to be connected: somebody wrote, and their words need a place. */
      isNeeded: z.boolean().optional(),
    }),
  }),
  /** The sign-up is a deal (lead, item) at its stage. */
  'crm.deal': defineDeliveryKind({ ...common, payload: OfAbonent.extend({ signUpId: RowId }) }),
  /** A line of the sign-up's timeline is a comment of its deal. */
  'crm.comment': defineDeliveryKind({
    ...common,
    payload: OfAbonent.extend({ signUpId: RowId, eventId: RowId }),
  }),
  /** Something was changed over there: what of it matters here. In the abonent's own lane: no write of ours is under way. */
  'crm.read': defineDeliveryKind({
    ...common,
    payload: OfAbonent.extend({
      entity: z.enum(['abonent', 'sign_up']),
      entityId: RowId,
      remoteKind: z.string().min(1),
    }),
  }),
  /** A service of RosDomofon is a product. */
  'crm.product': defineDeliveryKind({
    ...common,
    payload: z.object({ serviceId: RowId }),
    subject: ({ serviceId }) => `service:${serviceId}`,
  }),
  /** Fields, pipelines and stages of the portal are known; fields of the mapping that it lacks are made. */
  'crm.catalogue': defineDeliveryKind({
    ...common,
    payload: z.object({ createsFields: z.boolean() }),
    subject: () => 'catalogue',
  }),
} as const satisfies DeliveryKinds;
