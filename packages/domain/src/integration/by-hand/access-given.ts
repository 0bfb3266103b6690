import { z } from 'zod';
import {
  type Bitrix24Config,
  type Bitrix24Secrets,
  ChatConfig,
  PortalOrigin,
  parseWebhookUrl,
} from '../bitrix24/bitrix24-config.ts';

/** How a person says that a portal is reached. */
export interface AccessGiven {
  readonly webhookUrl?: string | undefined;
  readonly application?:
    | { readonly portal: string; readonly clientId: string; readonly clientSecret: string }
    | undefined;
}

export interface AccessProblem {
  readonly path: string;
  readonly code:
    | 'ACCESS_MISSING'
    | 'ACCESS_TWICE'
    | 'WEBHOOK_URL_INVALID'
    | 'PORTAL_INVALID'
    | 'CLIENT_INVALID'
    | 'CHAT_TAKES_APPLICATION'
    | 'CONNECTOR_INVALID';
}

export interface ReadAccess {
  readonly config: Omit<Bitrix24Config, 'chat'>;
  readonly secrets: Bitrix24Secrets;
}

type Judged<T> = { readonly value: T } | { readonly problem: AccessProblem };

const Client = z.object({
  clientId: z.string().trim().min(1).max(200),
  clientSecret: z.string().trim().min(1).max(500),
});

/** Either a webhook's address or an application. */
export function readAccess({ webhookUrl, application }: AccessGiven): Judged<ReadAccess> {
  if (webhookUrl !== undefined && application !== undefined) return problem('access', 'ACCESS_TWICE');
  if (webhookUrl !== undefined) {
    const webhook = parseWebhookUrl(webhookUrl);
    if (webhook === null) return problem('webhookUrl', 'WEBHOOK_URL_INVALID');
    const { portal, userId } = webhook;
    return {
      value: { config: { portal, auth: 'webhook', userId }, secrets: { webhookUrl: webhook.webhookUrl } },
    };
  }
  if (application === undefined) return problem('access', 'ACCESS_MISSING');
  const portal = PortalOrigin.safeParse(application.portal);
  if (!portal.success) return problem('application.portal', 'PORTAL_INVALID');
  const client = Client.safeParse(application);
  if (!client.success) return problem('application.clientId', 'CLIENT_INVALID');
  const { clientId, clientSecret } = client.data;
  return {
    value: { config: { portal: portal.data, auth: 'application', clientId }, secrets: { clientSecret } },
  };
}

export interface ChatGiven {
  readonly mode?: ChatConfig['mode'] | undefined;
  readonly connector?: string | undefined;
  readonly lineId?: number | null | undefined;
}

/** What is not said stays as it was. */
export function readChat(
  given: ChatGiven | undefined,
  before: Partial<ChatConfig>,
  auth: Bitrix24Config['auth'],
): Judged<ChatConfig> {
  const wanted = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  const chat = ChatConfig.safeParse({ mode: 'off', ...before, ...Object.fromEntries(wanted) });
  if (!chat.success) return problem('chat.connector', 'CONNECTOR_INVALID');
  if (chat.data.mode === 'open_line' && auth === 'webhook')
    return problem('chat.mode', 'CHAT_TAKES_APPLICATION');
  return { value: chat.data };
}

const problem = (path: string, code: AccessProblem['code']) => ({ problem: { path, code } });
