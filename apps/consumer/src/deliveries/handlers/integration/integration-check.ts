import {
  type CheckReport,
  type DELIVERY_KINDS,
  delivered,
  enqueueChatSetup,
  type Payload,
  readBitrix24Config,
} from '@domovoy/domain';
import {
  forgetHookTokens,
  hasHookToken,
  type IntegrationWithCompany,
  loadIntegrations,
  updateIntegration,
} from '@domovoy/store';
import type { Bitrix24Clients } from '../../bitrix24-clients.ts';
import type { DeliveryHandler } from '../../handler.ts';
import { checkPortal } from './check-portal.ts';
import { breakPortal, healPortal, type PortalTools } from './portal-handler.ts';

type Check = Payload<(typeof DELIVERY_KINDS)['integration.check']>;

export interface CheckTools extends PortalTools {
  /** The public address of apps/hooks; null: it has none. */
  readonly hooksUrl: string | null;
  readonly clients: Pick<Bitrix24Clients, 'tokensOf'>;
  readonly learnTariff: (integrationId: bigint, tariff: CheckReport['limits']['tariff']) => void;
}

/** The live look at a portal. It never fails: what it finds, also that there is no answer, is what it was asked for. */
export function integrationCheckHandler(tools: CheckTools): DeliveryHandler<Check> {
  const { store, bitrix24Of, hooksUrl, learnTariff } = tools;
  return {
    async handle({ companyId, payload }, { integration: begunWith, signal, record }) {
      const integrationId = begunWith.id;
      // As it is now: somebody may have entered another access a moment ago, and waits for this.
      const [integration = begunWith] = await loadIntegrations(store, [integrationId]);
      const config = readBitrix24Config(integration.config);
      const hookTokens = {
        hasApplicationToken: await hasHookToken(store, { integrationId, origin: 'application' }),
        hasWebhookToken: await hasHookToken(store, { integrationId, origin: 'outgoing_webhook' }),
      };
      const { report, isSilent, ...found } = await checkPortal({
        bitrix24: bitrix24Of(integration),
        config,
        hookUrl: hooksUrl && `${hooksUrl}/bitrix24/${integrationId}`,
        hookTokens,
        memberId: await memberOf(tools, integration),
        signal,
      });
      // Its tokens are refused like any other: only the portal's word tells the two apart.
      const isGone = payload.isUninstalled && found.trouble === 'AUTHORIZATION_LOST';
      const trouble = isGone ? 'APPLICATION_REMOVED' : found.trouble;
      record({ response: { steps: report.steps.map(({ name, state, hint }) => ({ name, state, hint })) } });
      if (report.limits.isKnown) learnTariff(integrationId, report.limits.tariff);
      if (trouble !== null) await breakPortal(tools, integration, trouble);
      else if (!isSilent) await healPortal(tools, integration);
      const isLineLost = report.openLine !== null && !report.openLine.isActive;
      return delivered({ isWell: trouble === null && !isSilent, trouble }, async (tx) => {
        await updateIntegration(tx, integration, { checks: report });
        if (isGone) await forgetHookTokens(tx, { integrationId, origin: 'application' });
        if (isLineLost) await enqueueChatSetup(tx, { companyId, integrationId });
      });
    },
  };
}

/** Names the portal for good; only an application is told it. */
async function memberOf(
  { clients }: CheckTools,
  integration: IntegrationWithCompany,
): Promise<string | null> {
  if (readBitrix24Config(integration.config).auth === 'webhook') return null;
  return (await clients.tokensOf(integration).read())?.memberId ?? null;
}
