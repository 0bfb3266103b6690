import { z } from 'zod';
import { flag, timestamp } from './wire-values.ts';

// What the abonent's own application sees and does (facts §1.2).

/** A door that the abonent may open: by adapter and relay. */
export const AbonentKey = z.looseObject({
  adapterId: z.union([z.int(), z.string()]),
  relay: z.int(),
  type: z.union([z.int(), z.string()]).nullish(),
  address: z.unknown().optional(),
});
export type AbonentKey = z.infer<typeof AbonentKey>;

export const AbonentSettings = z.looseObject({ callsMuted: flag, chatsMuted: flag });
export type AbonentSettings = z.infer<typeof AbonentSettings>;

/** Who stands behind the token of a WebView (facts §1.2); the token itself opens the page, so it is a secret. */
export const ActionToken = z.looseObject({
  id: z.int(),
  token: z.string(),
  useCount: z.int().nullish(),
  expiryDate: timestamp,
  subscriberId: z.int(),
});
export type ActionToken = z.infer<typeof ActionToken>;
