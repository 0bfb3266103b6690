import { readBitrix24Config } from '@domovoy/domain';
import type { ExternalRefRow, IntegrationRow } from '@domovoy/store';

const PAGES: Readonly<Record<string, string>> = { contact: 'contact', deal: 'deal', lead: 'lead' };

/** Where a person sees it. */
export function pageAtPortal(
  { remoteKind, remoteId, state }: ExternalRefRow,
  integration: IntegrationRow | null,
): string | null {
  if (remoteId === null || state === 'gone' || integration?.kind !== 'bitrix24') return null;
  const { portal } = readBitrix24Config(integration.config);
  const [, entityTypeId] = /^item_(\d+)$/.exec(remoteKind) ?? [];
  if (entityTypeId !== undefined) return `${portal}/crm/type/${entityTypeId}/details/${remoteId}/`;
  const page = PAGES[remoteKind];
  return page === undefined ? null : `${portal}/crm/${page}/details/${remoteId}/`;
}

/** The id of the first that is linked. */
export function linkedId(
  refs: readonly ExternalRefRow[],
  isWanted: (remoteKind: string) => boolean,
): number | null {
  const ref = refs.find(
    ({ remoteKind, state, remoteId }) => isWanted(remoteKind) && state === 'linked' && remoteId,
  );
  return ref?.remoteId ? Number(ref.remoteId) : null;
}
