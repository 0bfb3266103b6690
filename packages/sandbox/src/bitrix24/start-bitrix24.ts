import type { DataFolder } from '../data-folder/data-folder.ts';
import { listenOn, startHttp } from '../http/listen.ts';
import { createPortal, type Tls } from './create-portal.ts';
import { openPortal, type PortalContext } from './portal-context.ts';
import { seedContacts } from './seed/seed-contacts.ts';

export interface Bitrix24Options {
  /** Off: requests are never refused for there being too many, and nothing is charged. On when not given. */
  limits?: 'on' | 'off' | undefined;
  /** The leaky bucket: 50 requests at once and 2 a second when not given; Enterprise has 250 and 5. */
  requests?: { burst: number; perSecond: number } | undefined;
  /** Seconds per method and ten minutes; 480 when not given. */
  operatingLimitS?: number | undefined;
  /** How long an access token is good for; 3600 when not given. */
  tokenLifetimeS?: number | undefined;
  refreshLifetimeS?: number | undefined;
  /** An operator answers in open lines after so long; nobody does when not given. */
  operatorAnswersAfterMs?: number | undefined;
  /** Contacts that a new portal has; none when not given. */
  contacts?: number | undefined;
  /** PEM key and certificate: the portal then speaks TLS and nothing else. */
  tls?: Tls | undefined;
}

/** In this shape it is part of `.data/endpoints.json`. */
export interface Bitrix24Endpoints {
  /** With a slash at its end: a method's name follows. */
  webhookUrl: string;
  portalUrl: string;
  oauth: { clientId: string; clientSecret: string; authorizeUrl: string };
}

export interface RunningBitrix24 {
  context: PortalContext;
  endpoints: Bitrix24Endpoints;
  port: number;
  close(): Promise<void>;
}

export async function startBitrix24(given: {
  folder: DataFolder;
  options: Bitrix24Options;
  port: { given: number | undefined; lastTime: number | undefined };
}): Promise<RunningBitrix24> {
  const { folder, options, port } = given;
  const credentials = folder.settings.bitrix24;
  const context = openPortal({
    folder: folder.bitrix24Folder,
    credentials,
    behaviour: behaviourOf(options),
    operatorAnswersAfterMs: options.operatorAnswersAfterMs,
  });
  try {
    const server = await listenOn({ what: 'Bitrix24', ...port }, (chosen) =>
      startHttp(createPortal(context, options.tls), chosen),
    );
    context.address.listening({ port: server.port, isSecure: options.tls !== undefined });
    if (options.contacts !== undefined) seedContacts(context, { count: options.contacts, isOnce: true });
    context.events.resume();
    const { origin } = context.address;
    const { clientId, clientSecret, webhookCode } = credentials;
    return {
      context,
      endpoints: {
        webhookUrl: `${origin}/rest/1/${webhookCode}/`,
        portalUrl: origin,
        oauth: { clientId, clientSecret, authorizeUrl: `${origin}/oauth/authorize/` },
      },
      port: server.port,
      async close() {
        await server.close();
        context.close();
      },
    };
  } catch (error) {
    context.close();
    throw error;
  }
}

function behaviourOf({
  requests,
  limits,
  operatingLimitS,
  tokenLifetimeS,
  refreshLifetimeS,
}: Bitrix24Options) {
  const wished = { ...requests, limits, operatingLimitS, tokenLifetimeS, refreshLifetimeS };
  return Object.fromEntries(Object.entries(wished).filter(([, value]) => value !== undefined));
}
