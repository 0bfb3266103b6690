import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { BITRIX24_HOOKS, type Bitrix24Authorization } from '@domovoy/models';
import {
  findOauthStates,
  hookSecretIdentity,
  notifyHooks,
  recordHookEvent,
  type SecretBox,
  type Store,
  takeOauthState,
} from '@domovoy/store';
import { z } from 'zod';
import { GatheredLookup } from '../lookup/gathered-lookup.ts';

const Query = z.object({
  code: z.string().min(1).max(500),
  state: z.string().min(1).max(200),
  domain: z.string().max(300).optional(),
  member_id: z.string().max(100).optional(),
  server_domain: z.string().max(300).optional(),
});

export type Authorized =
  /** The code is on its way to be exchanged, which has to happen within 30 seconds. */
  | 'accepted'
  /** Nobody was sent to the portal with this state, or too long ago, or was back already. */
  | 'unknown'
  | 'no-key';

export interface AuthorizationReception {
  readonly store: Store;
  readonly encryption: SecretBox | null;
  readonly states: GatheredLookup<string, true>;
}

/** Which of the states that were brought are ours, by their SHA-256 in hex. */
export const lookUpStates = (store: Store) =>
  new GatheredLookup<string, true>(async (hashes) => {
    const ours = await findOauthStates(store, hashes);
    return new Map([...ours].map((hash) => [hash, true]));
  });

/** A person comes back from the portal: state used up and code kept in one transaction. */
export async function receiveAuthorization(
  { store, encryption, states }: AuthorizationReception,
  given: unknown,
): Promise<Authorized> {
  const query = Query.safeParse(given);
  if (!query.success) return 'unknown';
  if (encryption === null) return 'no-key';
  const { code, state, domain, member_id, server_domain } = query.data;
  const stateHash = createHash('sha256').update(state).digest();
  if ((await states.find(stateHash.toString('hex'))) === null) return 'unknown';
  const payload: Bitrix24Authorization = {
    serverDomain: server_domain ?? null,
    domain: domain ?? null,
    memberId: member_id ?? null,
  };
  const integrationId = await store.transaction(async (tx) => {
    const known = await takeOauthState(tx, stateHash);
    if (known === null) return null;
    await recordHookEvent(tx, {
      ...known,
      topic: BITRIX24_HOOKS.authorizations,
      key: null,
      payload: JSON.stringify(payload),
      secrets: encryption.seal(JSON.stringify({ code }), hookSecretIdentity(known)),
      hash: crc32(code),
    });
    return known.integrationId;
  });
  if (integrationId === null) return 'unknown';
  notifyHooks(store, integrationId).catch(() => undefined);
  return 'accepted';
}
