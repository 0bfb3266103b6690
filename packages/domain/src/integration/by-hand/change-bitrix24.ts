import {
  addAuditEntry,
  forgetHookTokens,
  type IntegrationRow,
  lockIntegration,
  type SecretBox,
  type Store,
  type Tx,
  updateIntegration,
} from '@domovoy/store';
import { tell } from '../../deliveries/by-hand/tell.ts';
import type { LeftLine } from '../../deliveries/kinds/chat.ts';
import { type Bitrix24Config, type ChatConfig, readBitrix24Config } from '../bitrix24/bitrix24-config.ts';
import { troubleText } from '../bitrix24/connection-trouble.ts';
import { integrationIdentity } from '../integration-identity.ts';
import {
  type AccessGiven,
  type AccessProblem,
  type ChatGiven,
  readAccess,
  readChat,
} from './access-given.ts';
import { believeEvents } from './connect-bitrix24.ts';
import { endRest, enqueueChatSetup, enqueueCheck } from './integration-deliveries.ts';

export interface PortalChange extends AccessGiven {
  readonly companyId: bigint;
  readonly integrationId: bigint;
  readonly actor: string;
  /** Null: none. */
  readonly name?: string | null | undefined;
  /** Null: the one that was entered is not believed any more. */
  readonly eventToken?: string | null | undefined;
  readonly chat?: ChatGiven | undefined;
}

export type ChangeResult =
  | {
      readonly kind: 'changed' /** The live check; null: nothing to look at. */;
      readonly deliveryId: bigint | null;
    }
  | { readonly kind: 'not-found' }
  /** Only a Bitrix24 integration that is stored here can be changed so. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'invalid'; readonly problems: readonly AccessProblem[] }
  /** Another portal would be another integration: what is linked belongs to this one. */
  | { readonly kind: 'other-portal' }
  | { readonly kind: 'no-key' };

/** Another access, token, name or way of chatting; what is not said stays. Of another access the portal is the same. */
export async function changeBitrix24(
  store: Store,
  given: PortalChange,
  encryption: SecretBox | null,
): Promise<ChangeResult> {
  const { companyId, integrationId } = given;
  const result = await store.transaction<ChangeResult>(async (tx) => {
    const row = await lockIntegration(tx, { id: integrationId, companyId });
    if (row === null) return { kind: 'not-found' };
    if (row.kind !== 'bitrix24') return { kind: 'not-here' };
    return changeIn(tx, row, given, encryption);
  });
  if (result.kind === 'changed') tell(store, [integrationId]);
  return result;
}

async function changeIn(
  tx: Tx,
  row: IntegrationRow,
  given: PortalChange,
  encryption: SecretBox | null,
): Promise<ChangeResult> {
  const { companyId, integrationId, actor, name, eventToken, webhookUrl, application } = given;
  const before = readBitrix24Config(row.config);
  const hasAccess = webhookUrl !== undefined || application !== undefined;
  const access = hasAccess ? readAccess(given) : null;
  if (access !== null && 'problem' in access) return { kind: 'invalid', problems: [access.problem] };
  if (access !== null && encryption === null) return { kind: 'no-key' };
  if (access !== null && access.value.config.portal !== before.portal) return { kind: 'other-portal' };
  const reach = access?.value.config ?? withoutChat(before);
  const chat = readChat(given.chat, before.chat, reach.auth);
  if ('problem' in chat) return { kind: 'invalid', problems: [chat.problem] };

  const sealed =
    access && encryption
      ? {
          secrets: encryption.seal(JSON.stringify(access.value.secrets), integrationIdentity(row)),
          tokens: null,
          // One that a person paused stays so.
          ...(row.state === 'paused' ? {} : stateOfNewAccess(reach.auth)),
        }
      : {};
  await updateIntegration(tx, row, {
    config: { ...reach, chat: chat.value },
    ...(name === undefined ? {} : { name: name?.trim() || null }),
    ...sealed,
  });
  if (eventToken) await believeEvents(tx, integrationId, eventToken);
  else if (eventToken === null) await forgetHookTokens(tx, { integrationId, origin: 'outgoing_webhook' });
  const changed = Object.keys(given).filter((field) => Reflect.get(given, field) !== undefined);
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'integration.update',
    entity: 'integration',
    entityId: integrationId,
    // Names of what was changed: values may be secret.
    details: { changed: changed.filter((field) => !['companyId', 'integrationId', 'actor'].includes(field)) },
    before: { name: row.name, state: row.state, auth: before.auth, chat: before.chat.mode },
    after: {
      name: name === undefined ? row.name : name?.trim() || null,
      state: 'state' in sealed ? sealed.state : row.state,
      auth: reach.auth,
      chat: chat.value.mode,
    },
  });
  const target = { companyId, integrationId };
  const leaves = lineLeft(before.chat, chat.value);
  // Of one that is paused, or waits for its authorisation, it waits.
  if (leaves !== null || (given.chat !== undefined && chat.value.mode !== 'off'))
    await enqueueChatSetup(tx, target, leaves);
  if (row.state === 'paused' || (reach.auth === 'application' && access !== null))
    return { kind: 'changed', deliveryId: null };
  await endRest(tx, target);
  return { kind: 'changed', deliveryId: (await enqueueCheck(tx, target, actor)).id };
}

/** The line that is not chatted through any more; null: there was none, or it stays. */
function lineLeft(before: ChatConfig, after: ChatConfig): LeftLine | null {
  const { mode, connector, lineId } = before;
  if (mode !== 'open_line' || lineId === null) return null;
  const stays = after.mode === mode && after.connector === connector && after.lineId === lineId;
  return stays ? null : { connector, lineId };
}

const stateOfNewAccess = (auth: Bitrix24Config['auth']) =>
  auth === 'webhook'
    ? ({ state: 'active', stateCode: null, stateReason: null } as const)
    : ({
        state: 'broken',
        stateCode: 'AUTHORIZATION_AWAITED',
        stateReason: troubleText('AUTHORIZATION_AWAITED', 'en'),
      } as const);

function withoutChat(config: Bitrix24Config): Omit<Bitrix24Config, 'chat'> {
  const { chat: _, ...reach } = config;
  return reach;
}
