import { type AccessTokens, verifyAccessToken, verifyApiKey } from '@domovoy/domain';
import type { Store } from '@domovoy/store';
import type { VerifyCredential } from './authenticator.ts';

/** Keys begin with `dmv_`; anything else can only be a token of a person. Null `tokens`: people cannot sign in here. */
export const credentialVerifier =
  (store: Store, tokens: AccessTokens | null): VerifyCredential =>
  async (credential) => {
    if (isApiKey(credential)) return verifyApiKey(store, credential);
    return tokens && verifyAccessToken(store, tokens, credential);
  };

export const isApiKey = (credential: string): boolean => credential.startsWith('dmv_');
