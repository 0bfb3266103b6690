import { z } from 'zod';

const id = z.int();
const atMs = z.int();
const flag = z.boolean();

/**
 * What can happen in a city: one line of the journal each. A change holds everything that a choice was made about
 * (ids, times, codes), so that the same changes always lead to the same city.
 */
export const Change = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('account created'),
    id,
    companyId: id,
    number: z.string(),
    abonentId: id,
    phone: id,
  }),
  z.object({ what: z.literal('account blocked'), id, isBlocked: flag }),
  z.object({
    what: z.literal('flat created'),
    id,
    companyId: id,
    entranceId: id.nullable(),
    number: z.int(),
    isVirtual: flag,
    abonentId: id,
    phone: id,
  }),
  z.object({ what: z.literal('service connected'), id, serviceId: id, flatId: id, accountId: id, atMs }),
  z.object({ what: z.literal('connection blocked'), id, isBlocked: flag }),
  z.object({
    what: z.literal('message sent'),
    /** Of the message to the first of them; those of the others follow. */
    firstId: id,
    companyId: id,
    abonentIds: z.array(id),
    channel: z.string(),
    text: z.string(),
    atMs,
  }),
  z.object({ what: z.literal('code sent'), phone: id, code: z.string(), atMs }),
  z.object({ what: z.literal('abonent signed in'), abonentId: id, phone: id, refreshTokenHash: z.string() }),
  z.object({ what: z.literal('settings changed'), abonentId: id, callsMuted: flag, chatsMuted: flag }),
  z.object({ what: z.literal('door opened'), abonentId: id, adapterId: z.string(), relay: z.int(), atMs }),
  z.object({
    what: z.literal('action token made'),
    id,
    token: z.string(),
    abonentId: id,
    expiresAtMs: z.int(),
  }),
  z.object({ what: z.literal('action token used'), token: z.string() }),
]);

export type Change = z.infer<typeof Change>;
export type ChangeOf<What extends Change['what']> = Extract<Change, { what: What }>;
