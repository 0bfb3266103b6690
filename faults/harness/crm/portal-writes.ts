import type { CrmWish } from './crm-load.ts';

/** Something that the hub does at a portal: by which call it is known, and with which load it happens. */
export interface PortalWrite {
  readonly what: string;
  /** As the portal's faults name it. */
  readonly method: string;
  /** As the watch names it. */
  readonly call: RegExp;
  readonly load: Partial<CrmWish>;
  /** Each load makes at least one more of them, or the next one does. */
  readonly most: number;
}

const SERVICES = { signUps: [1, 2], services: [2, 3] } as const satisfies Partial<CrmWish>;

/** Every call that changes something at a portal, but for those of the chat. */
export const PORTAL_WRITES = [
  { what: 'the contact', method: 'crm.item.add', call: /^crm\.item\.add 3/, load: {}, most: 2 },
  { what: 'the deal', method: 'crm.item.add', call: /^crm\.item\.add 2/, load: {}, most: 2 },
  {
    what: 'the comment',
    method: 'crm.timeline.comment.add',
    call: /^crm\.timeline\.comment\.add/,
    load: {},
    most: 2,
  },
  {
    what: 'the product rows',
    method: 'crm.item.productrow.set',
    call: /^crm\.item\.productrow\.set/,
    load: {},
    most: 2,
  },
  {
    what: 'the stage',
    method: 'crm.item.update',
    call: /^crm\.item\.update 2/,
    load: { isSlow: true },
    most: 0,
  },
  {
    what: 'the contact of who comes again',
    method: 'crm.item.update',
    call: /^crm\.item\.update 3/,
    load: { returning: [1, 1] },
    most: 0,
  },
  {
    what: 'a product',
    method: 'catalog.product.add',
    call: /^catalog\.product\.add/,
    load: SERVICES,
    most: 0,
  },
  {
    what: 'a product with another price',
    method: 'catalog.product.update',
    call: /^catalog\.product\.update/,
    load: SERVICES,
    most: 0,
  },
  { what: 'a price', method: 'catalog.price.add', call: /^catalog\.price\.add/, load: SERVICES, most: 0 },
  {
    what: 'another price',
    method: 'catalog.price.update',
    call: /^catalog\.price\.update/,
    load: SERVICES,
    most: 0,
  },
  {
    what: 'a user field',
    method: 'crm.contact.userfield.add',
    call: /^crm\.contact\.userfield\.add/,
    load: { signUps: [1, 2], hasNewField: true },
    most: 0,
  },
] as const satisfies readonly PortalWrite[];
