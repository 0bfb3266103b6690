import type { IntegrationRow } from '@domovoy/store';

export type Identified = Pick<IntegrationRow, 'id' | 'companyId' | 'kind'>;

/** Whose secret it is: sealed bytes are worth nothing in another row. */
export const integrationIdentity = ({ id, companyId, kind }: Identified): string =>
  `integration:${kind}:${companyId}:${id}`;
