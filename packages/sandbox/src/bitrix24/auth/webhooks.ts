import type { KeptTables } from '../state/kept-tables.ts';
import { defineTable } from '../state/table.ts';

/** An incoming webhook: its creator's rights within the chosen scopes. */
export interface Webhook {
  userId: number;
  code: string;
  scopes: string[];
  isRevoked: boolean;
}

/** By code. */
export const WEBHOOKS = defineTable<Webhook>('webhooks');

export const ALL_SCOPES: readonly string[] = [
  'crm',
  'catalog',
  'user',
  'im',
  'imconnector',
  'imopenlines',
  'telephony',
  'placement',
];

export const webhookOf = (state: KeptTables, code: string): Webhook | undefined =>
  state.rows(WEBHOOKS).get(code);
