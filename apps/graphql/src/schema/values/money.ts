import type { Money } from '../types.generated.ts';

/** The driver gives numeric columns as text, and they stay text: a float would change them. */
export const money = (amount: string | null, currency: string | null): Money | null =>
  amount === null ? null : { amount, currency };
