import { z } from 'zod';
import { IntegrationAccessError } from '../integration-error.ts';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** `https://company.bitrix24.ru`, without a path. Plain HTTP is for portals on this machine: a sandbox. */
export const PortalOrigin = z
  .string()
  .trim()
  .refine((text) => {
    const url = URL.parse(text);
    if (url === null || url.username !== '') return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  }, 'expected the address of a portal, like https://company.bitrix24.ru')
  .transform((text) => new URL(text).origin);

/** Two hubs at one portal need two. */
export const DEFAULT_CONNECTOR = 'domovoy';

/** How abonents’ messages reach the portal. */
export const ChatConfig = z.object({
  /**
   * open_line: a dialog of an open line, through a connector of our own; takes an application. timeline: comments on
   * the contact, answered by comments that begin with a prefix.
   */
  mode: z.enum(['off', 'open_line', 'timeline']),
  /** Of the connector at the portal. */
  connector: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .default(DEFAULT_CONNECTOR),
  /** The open line; null: chosen, or made, when the connector is set up. */
  lineId: z.int().positive().nullable().default(null),
});
export type ChatConfig = z.infer<typeof ChatConfig>;

/** What is not secret about the access to a portal: the column `config`. */
export const Bitrix24Config = z.object({
  portal: PortalOrigin,
  auth: z.enum(['webhook', 'application']),
  /** As whom a webhook acts. */
  userId: z.int().positive().optional(),
  /** Of the application. */
  clientId: z.string().min(1).max(200).optional(),
  chat: ChatConfig,
});
export type Bitrix24Config = z.infer<typeof Bitrix24Config>;

/** What is secret about it: sealed in the column `secrets`. */
export const Bitrix24Secrets = z.union([
  z.object({ webhookUrl: z.string().min(1) }),
  z.object({ clientSecret: z.string().min(1) }),
]);
export type Bitrix24Secrets = z.infer<typeof Bitrix24Secrets>;

/** `https://company.bitrix24.ru/rest/<user>/<code>/`; null: it is none. */
export function parseWebhookUrl(text: string): { portal: string; userId: number; webhookUrl: string } | null {
  const url = URL.parse(text.trim());
  const [, userId, code] = /^\/rest\/([1-9]\d{0,9})\/([A-Za-z0-9]{1,100})\/?/.exec(url?.pathname ?? '') ?? [];
  const portal = PortalOrigin.safeParse(url?.origin ?? '');
  if (!userId || !code || !portal.success) return null;
  return {
    portal: portal.data,
    userId: Number(userId),
    webhookUrl: `${portal.data}/rest/${userId}/${code}/`,
  };
}

/** @throws IntegrationAccessError when it cannot be used. */
export function readBitrix24Config(config: unknown): Bitrix24Config {
  const read = Bitrix24Config.safeParse(config);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new IntegrationAccessError(
    `its configuration cannot be used: ${issue?.path.join('.')}: ${issue?.message}`,
    { code: 'INTEGRATION_CONFIG_INVALID' },
  );
}

/** How a portal is chatted through; off for what is none. */
export const chatOf = (config: unknown): ChatConfig =>
  Bitrix24Config.safeParse(config).data?.chat ?? { mode: 'off', connector: DEFAULT_CONNECTOR, lineId: null };
