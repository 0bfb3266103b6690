import { chatOf, readBitrix24Config, readCheckReport } from '@domovoy/domain';
import type { IntegrationRow } from '@domovoy/store';
import type { Portal, PortalChat } from '../types.generated.ts';
import { upperCase } from '../values/enum-value.ts';
import type { CheckStepMapper, IntegrationStateReasonMapper } from './schema.mappers.ts';

export const hookUrlOf = ({ id }: Pick<IntegrationRow, 'id'>, hooksUrl: string | null): string | null =>
  hooksUrl && `${hooksUrl}/bitrix24/${id}`;

export function portalShown({ kind, config, checks }: IntegrationRow): Portal | null {
  if (kind !== 'bitrix24') return null;
  const { portal: url, auth } = readBitrix24Config(config);
  const report = readCheckReport(checks);
  const { memberId = null, userName = null, isAdmin = null, licenceFamily = null } = report?.portal ?? {};
  return {
    url,
    auth: upperCase(auth),
    memberId,
    userName,
    isAdmin,
    licenceFamily,
    scopes: report?.scopes ?? [],
    hasOfflineQueue: report?.hasOfflineQueue ?? false,
  };
}

export function chatShown({ kind, config, checks }: IntegrationRow): PortalChat | null {
  if (kind !== 'bitrix24') return null;
  const { mode, connector, lineId } = chatOf(config);
  const line = readCheckReport(checks)?.openLine ?? null;
  const isChecked = mode === 'open_line' && line !== null && line.lineId === lineId;
  return { mode: upperCase(mode), connector, lineId, isActive: isChecked ? line.isActive : null };
}

export const stepsOf = (integration: IntegrationRow, hooksUrl: string | null): CheckStepMapper[] =>
  (readCheckReport(integration.checks)?.steps ?? []).map((step) => ({
    ...step,
    hookUrl: hookUrlOf(integration, hooksUrl),
  }));

export const reasonOf = ({
  state,
  stateCode,
  stateReason,
}: IntegrationRow): IntegrationStateReasonMapper | null =>
  state === 'broken' ? { code: stateCode ?? 'ACCESS_REFUSED', words: stateReason ?? '' } : null;
