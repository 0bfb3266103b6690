import { createHash } from 'node:crypto';
import {
  addAuditEntry,
  findIntegrationToInsert,
  insertIntegration,
  openCrmCursorAt,
  replaceHookToken,
  type SecretBox,
  type Store,
  type Tx,
  updateIntegration,
} from '@domovoy/store';
import { z } from 'zod';
import { type CrmPlace, feedPlace } from '../../crm/plan/open-crm-cursor.ts';
import { tell } from '../../deliveries/by-hand/tell.ts';
import type { KeyConflict } from '../../idempotency/intention.ts';
import { once, RememberedId } from '../../idempotency/once.ts';
import type { ChatConfig } from '../bitrix24/bitrix24-config.ts';
import { troubleText } from '../bitrix24/connection-trouble.ts';
import { integrationIdentity } from '../integration-identity.ts';
import {
  type AccessGiven,
  type AccessProblem,
  type ChatGiven,
  type ReadAccess,
  readAccess,
  readChat,
} from './access-given.ts';
import { enqueueChatSetup, enqueueCheck } from './integration-deliveries.ts';

export interface PortalToConnect extends AccessGiven {
  readonly companyId: bigint;
  /** `user:…`, `api-key:<public id>`. */
  readonly actor: string;
  readonly idempotencyKey: string;
  readonly name?: string | undefined;
  /** Of an outgoing webhook, by which its events are known. */
  readonly eventToken?: string | undefined;
  readonly chat?: ChatGiven | undefined;
  /** Sign-ups that were asked for since then are told as well; null: what happens from now on. */
  readonly backfillSince?: Date | null | undefined;
}

const Connected = z.object({
  kind: z.literal('connected'),
  integrationId: RememberedId,
  /** The live check; null: an application has to be authorised first. */
  deliveryId: RememberedId.nullable(),
});

export type ConnectRefused =
  | { readonly kind: 'invalid'; readonly problems: readonly AccessProblem[] }
  /** The company has this portal already. */
  | { readonly kind: 'exists'; readonly integrationId: bigint }
  /** Secrets cannot be kept: the process has no ENCRYPTION_KEY. */
  | { readonly kind: 'no-key' };
export type ConnectResult = z.output<typeof Connected> | ConnectRefused | KeyConflict;

/** A company's portal of Bitrix24. By a webhook it is looked at at once; an application waits for its authorisation. */
export async function connectBitrix24(
  store: Store,
  given: PortalToConnect,
  encryption: SecretBox | null,
): Promise<ConnectResult> {
  const { companyId, idempotencyKey: key, actor: _, ...input } = given;
  const access = readAccess(given);
  const chat = 'value' in access ? readChat(given.chat, {}, access.value.config.auth) : null;
  if ('problem' in access) return { kind: 'invalid', problems: [access.problem] };
  if (chat === null || 'problem' in chat)
    return { kind: 'invalid', problems: chat === null ? [] : [chat.problem] };
  if (encryption === null) return { kind: 'no-key' };
  // Before the transaction: what happens from here on is told, also what others commit meanwhile.
  const place = await feedPlace(store);
  const result = await once<z.output<typeof Connected>, ConnectRefused>(
    store,
    { companyId, key, mutation: 'createIntegration', input },
    {
      done: Connected,
      work: (tx) => connectIn(tx, given, { ...access.value, chat: chat.value, place }, encryption),
    },
  );
  if (result.kind === 'connected') tell(store, [result.integrationId]);
  return result;
}

type Wanted = ReadAccess & { readonly chat: ChatConfig; readonly place: CrmPlace };

async function connectIn(
  tx: Tx,
  { companyId, actor, name, eventToken, backfillSince = null }: PortalToConnect,
  { config, secrets, chat, place }: Wanted,
  encryption: SecretBox,
): Promise<z.output<typeof Connected> | ConnectRefused> {
  const known = await findIntegrationToInsert(tx, { companyId, kind: 'bitrix24', portal: config.portal });
  if (known) return { kind: 'exists', integrationId: known.id };
  const isAuthorised = config.auth === 'webhook';
  const row = await insertIntegration(tx, {
    companyId,
    kind: 'bitrix24',
    name: name?.trim() || null,
    config: { ...config, chat },
    ...(isAuthorised ? {} : AWAITS_AUTHORISATION),
  });
  // The secret is bound to the row, so the row has to be there first.
  const sealed = encryption.seal(JSON.stringify(secrets), integrationIdentity(row));
  await updateIntegration(tx, row, { secrets: sealed });
  const target = { companyId, integrationId: row.id };
  await openCrmCursorAt(tx, { ...target, ...place, backfillSince });
  if (eventToken) await believeEvents(tx, row.id, eventToken);
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'integration.create',
    entity: 'integration',
    entityId: row.id,
    details: { kind: 'bitrix24' },
    after: { portal: config.portal, auth: config.auth, chat: chat.mode, name: row.name, state: row.state },
  });
  if (isAuthorised && chat.mode !== 'off') await enqueueChatSetup(tx, target);
  const check = isAuthorised ? await enqueueCheck(tx, target, actor) : null;
  return { kind: 'connected', integrationId: row.id, deliveryId: check?.id ?? null };
}

const AWAITS_AUTHORISATION = {
  state: 'broken',
  stateCode: 'AUTHORIZATION_AWAITED',
  stateReason: troubleText('AUTHORIZATION_AWAITED', 'en'),
} as const;

/** Events that carry this token are the portal's, from now on. */
export const believeEvents = (tx: Tx, integrationId: bigint, token: string): Promise<void> =>
  replaceHookToken(tx, {
    integrationId,
    tokenHash: createHash('sha256').update(token.trim()).digest(),
    origin: 'outgoing_webhook',
    memberId: null,
  });
