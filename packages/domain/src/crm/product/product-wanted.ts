import type { ServiceRow } from '@domovoy/store';
import { contentHash } from '../content-hash.ts';

export interface ProductWanted {
  /** The service's name, which is its address, behind what the company calls it. */
  readonly name: string;
  /** `300.00`; null: RosDomofon says no tariff. */
  readonly price: string | null;
  readonly isActive: boolean;
  readonly hash: string;
}

/** How a service is a product: one that vanished is kept, but not sold any more. */
export function productWanted({ name, customName, tariff, vanishedAt }: ServiceRow): ProductWanted {
  const content = {
    name: [customName?.trim(), name].filter(Boolean).join(', '),
    price: tariff,
    isActive: vanishedAt === null,
  };
  return { ...content, hash: contentHash(content) };
}
