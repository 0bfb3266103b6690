import { verifyApiKey } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import { createAuthenticator } from '../../access/authenticator.ts';
import { type Context, createContext } from '../../context.ts';
import type { Feed } from '../../feed/feed.ts';

/** Who asks is looked up as the API does it: a peer that left it out would do less. */
export function peerContext(store: Store, feed: Feed): (apiKey: string | null) => Promise<Context> {
  const authenticate = createAuthenticator({ verify: (key) => verifyApiKey(store, key) });
  const services = {
    company: (companyId: bigint) => store.company(companyId),
    commands: () => ({}) as never,
    presence: {} as never,
    lookouts: {} as never,
    feed,
    hooksUrl: null,
    publicUrl: null,
    logger: createLogger({ name: 'bench', level: 'warn' }),
  };
  return async (apiKey) => {
    const caller = apiKey === null ? null : await authenticate(apiKey, '127.0.0.1');
    if (!caller) throw new Error('a good key is needed');
    return createContext(services, caller, crypto.randomUUID());
  };
}
