import { type Bitrix24, ClosedError, ConfigurationError } from '@domovoy/bitrix24-sdk';
import {
  breakIntegration,
  type ConnectionTrouble,
  healIntegration,
  readBitrix24Config,
  retry,
  troubleText,
} from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import {
  type IntegrationRow,
  type IntegrationWithCompany,
  loadIntegrationTokens,
  notifyChanges,
  type Store,
} from '@domovoy/store';
import type { DeliveryHandler } from '../../handler.ts';
import { isAccessDenied, troubleOf } from './trouble-of.ts';

/** The connection is broken, and a person has to act: nothing dies of it meanwhile, the whole target rests. */
export class PortalBrokenError extends DomovoyError {
  constructor(trouble: ConnectionTrouble, cause?: unknown) {
    super(troubleText(trouble, 'en') ?? trouble, {
      code: trouble,
      retryable: true,
      retryAfterMs: REST_MS,
      cause,
    });
  }
}

/**
 * How often a broken connection is tried again. Below the 30 seconds for which the code of an authorisation lives: its
 * exchange may have to wait for the end of a rest.
 */
const REST_MS = 10_000;
/** Until the owner works with the access that somebody has entered meanwhile. */
const CHANGED_MS = 1_000;

export interface PortalTools {
  readonly store: Store;
  /** The client of the delivery's target. */
  readonly bitrix24Of: (integration: IntegrationWithCompany) => Bitrix24;
  /** How this process last saw each: the first success after a failure says that it is over, the next ones nothing. */
  readonly portalStates: Map<bigint, 'well' | 'broken'>;
}

/**
 * For every delivery to a portal: tells a broken connection from a failed call. The one breaks the integration, with a
 * reason for a person, and its deliveries wait without spending attempts; a success heals it.
 */
export const atPortal = <P>(tools: PortalTools, handler: DeliveryHandler<P>): DeliveryHandler<P> => ({
  ...handler,
  async handle(delivery, context) {
    const { integration } = context;
    try {
      const outcome = await handler.handle(delivery, context);
      if (outcome.outcome === 'delivered' && tools.portalStates.get(integration.id) !== 'well')
        await healPortal(tools, integration);
      return outcome;
    } catch (error) {
      // Its client was replaced in the middle of it, because the access changed.
      if (error instanceof ClosedError) return retry('ACCESS_CHANGED', CHANGED_MS);
      const trouble = await judge(tools, integration, error, context.signal);
      if (trouble === null) throw error;
      if (await breakPortal(tools, integration, trouble)) throw new PortalBrokenError(trouble, error);
      return retry('ACCESS_CHANGED', CHANGED_MS);
    }
  },
});

/** False: it was about an access that is not its any more. */
export async function breakPortal(
  { store, portalStates }: PortalTools,
  integration: IntegrationWithCompany,
  trouble: ConnectionTrouble,
): Promise<boolean> {
  const [now] = await store.company(integration.companyId).loadIntegrations([integration.id]);
  if (now === undefined || !isSameAccess(now, integration)) return false;
  portalStates.set(integration.id, 'broken');
  if (await breakIntegration(store.db, integration, trouble)) notifyChanges(store).catch(() => undefined);
  return true;
}

const isSameAccess = (a: Pick<IntegrationRow, 'secrets'>, b: Pick<IntegrationRow, 'secrets'>): boolean =>
  Buffer.from(a.secrets ?? []).equals(Buffer.from(b.secrets ?? []));

export async function healPortal(
  { store, portalStates }: PortalTools,
  integration: IntegrationWithCompany,
): Promise<void> {
  if (await healIntegration(store.db, integration)) notifyChanges(store).catch(() => undefined);
  portalStates.set(integration.id, 'well');
}

async function judge(
  { store, bitrix24Of }: PortalTools,
  integration: IntegrationWithCompany,
  error: unknown,
  signal: AbortSignal,
): Promise<ConnectionTrouble | null> {
  const { auth } = readBitrix24Config(integration.config);
  // Nobody has authorised the application yet: the SDK has nothing to send with.
  const lacksTokens = error instanceof ConfigurationError && auth === 'application';
  if (lacksTokens && (await loadIntegrationTokens(store.db, integration.id)) === null)
    return 'AUTHORIZATION_AWAITED';
  if (!isAccessDenied(error)) return troubleOf(error, auth);
  try {
    await bitrix24Of(integration).application.profile({}, { signal });
    return null;
  } catch (probed) {
    return isAccessDenied(probed) ? 'NOT_PAID' : troubleOf(probed, auth);
  }
}
