const LABELS: Readonly<Record<string, string>> = {
  service: 'services',
  entrance: 'entrances',
  account: 'accounts',
  flat: 'flats',
  service_connection: 'connections',
};
const ORDER = Object.keys(LABELS);

export const entityLabel = (entity: string): string => LABELS[entity] ?? entity;

/** In the order of reading. */
export const byEntity = (a: { readonly entity: string }, b: { readonly entity: string }): number =>
  ORDER.indexOf(a.entity) - ORDER.indexOf(b.entity);
