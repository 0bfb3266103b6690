import { ApiError, type Bitrix24, NotFoundError } from '@domovoy/bitrix24-sdk';
import {
  type Bitrix24Config,
  type DELIVERY_KINDS,
  dead,
  delivered,
  type Outcome,
  type Payload,
  readBitrix24Config,
} from '@domovoy/domain';
import { findIntegrationConfig, lockIntegration, updateIntegration } from '@domovoy/store';
import type { DeliveryHandler } from '../../handler.ts';
import { bindEvents } from '../integration/bind-events.ts';
import type { ChatTools } from './chat-tools.ts';

/** A house with a speech bubble; the portal shows it beside the dialogs of the connector. */
const ICON = {
  dataImage:
    'data:image/svg+xml;charset=US-ASCII,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E%3Cpath fill=%22%23fff%22 d=%22M16 5 4 15h3v11h18V15h3zm-3 13h6v2h-6zm0-4h6v2h-6z%22/%3E%3C/svg%3E',
  color: '#1d6f5f',
};
const CONNECTOR_NAME = 'Домовой';
const LINE_NAME = 'Домовой: жители';

type Setup = Payload<(typeof DELIVERY_KINDS)['chat.setup']>;

/** Registered, told of, connected to a line: all of it looked at first, and made when it is not so. */
export function chatSetupHandler({ store, bitrix24Of, hooksUrl }: ChatTools): DeliveryHandler<Setup> {
  return {
    async handle({ companyId, payload }, { integration, signal, record }): Promise<Outcome> {
      const row = { integrationId: integration.id, companyId };
      const config = readBitrix24Config(await findIntegrationConfig(store.db, row));
      const { chat } = config;
      const bitrix24 = bitrix24Of(integration);
      const options = { signal, lane: 'chat' } as const;
      // Only an application reaches lines; without one it is the portal's own business by now.
      if (payload.leaves !== null && config.auth === 'application')
        await leaveLine(bitrix24, payload.leaves, options);
      if (chat.mode !== 'open_line') return delivered({ mode: chat.mode });
      if (hooksUrl === null) return dead('HOOK_URL_MISSING');
      const hookUrl = `${hooksUrl}/bitrix24/${integration.id}`;
      const { connector } = chat;
      await bitrix24.connectors.register(
        {
          id: connector,
          name: CONNECTOR_NAME,
          icon: ICON,
          placementHandler: `${hookUrl}/connector`,
          isChatGroup: false,
          needsSignature: true,
          needsSystemMessages: false,
        },
        options,
      );
      const hookTokens = { hasApplicationToken: true, hasWebhookToken: false };
      await bindEvents({ bitrix24, config, hookUrl, hookTokens, options });
      const lineId = await ensureLine(bitrix24, config, options);
      await bitrix24.connectors.activate({ connector, line: lineId, isActive: true }, options);
      const channel = { id: `domovoy-${integration.companyShortName}`, name: CONNECTOR_NAME };
      await bitrix24.connectors.setChannel({ connector, line: lineId, channel }, options);
      const status = await bitrix24.connectors.status({ connector, line: lineId }, options);
      record({ response: { lineId, ...status } });
      return delivered({ lineId, isActive: status.isActive }, async (tx) => {
        const locked = await lockIntegration(tx, integration);
        if (locked === null) return;
        const now = readBitrix24Config(locked.config);
        if (now.chat.lineId !== lineId)
          await updateIntegration(tx, locked, { config: { ...now, chat: { ...now.chat, lineId } } });
      });
    },
  };
}

type Options = Parameters<Bitrix24['openLines']['list']>[1];

/** A line, or a connector, that somebody has deleted meanwhile is left, too. */
async function leaveLine(
  bitrix24: Bitrix24,
  { connector, lineId }: { connector: string; lineId: number },
  options: Options,
): Promise<void> {
  try {
    await bitrix24.connectors.activate({ connector, line: lineId, isActive: false }, options);
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof NotFoundError)) throw error;
  }
}

/** The one that was chosen, or the one of our name, or a new one. */
async function ensureLine(bitrix24: Bitrix24, { chat }: Bitrix24Config, options: Options): Promise<number> {
  const lines = await bitrix24.openLines.list({}, options);
  const chosen = lines.find(({ ID }) => ID === chat.lineId);
  const ours = lines.find(({ LINE_NAME: name }) => name === LINE_NAME);
  const known = chosen ?? ours;
  if (known) return known.ID;
  return bitrix24.openLines.add({ settings: { LINE_NAME, CRM: 'Y', ACTIVE: 'Y' } }, options);
}
