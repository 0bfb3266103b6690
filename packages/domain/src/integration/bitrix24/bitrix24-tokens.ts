import type { SecretBox } from '@domovoy/store';
import { z } from 'zod';
import { type Identified, integrationIdentity } from '../integration-identity.ts';

/** What a portal gave to our application: sealed in the column `tokens`. */
export const Bitrix24Tokens = z.object({
  accessToken: z.string().min(1),
  /** Another one with each renewal: the former is worth nothing then. */
  refreshToken: z.string().min(1),
  /** In milliseconds. */
  expiresAt: z.number(),
  clientEndpoint: z.string(),
  serverEndpoint: z.string(),
  /** Of the portal, whatever it is called. */
  memberId: z.string(),
  scope: z.string().optional(),
  userId: z.string().optional(),
});
export type Bitrix24Tokens = z.infer<typeof Bitrix24Tokens>;

const identityOf = (integration: Identified) => `${integrationIdentity(integration)}:tokens`;

export const sealTokens = (box: SecretBox, integration: Identified, tokens: Bitrix24Tokens): Uint8Array =>
  box.seal(JSON.stringify(Bitrix24Tokens.parse(tokens)), identityOf(integration));

/** @throws SealedSecretError */
export const openTokens = (box: SecretBox, integration: Identified, sealed: Uint8Array): Bitrix24Tokens =>
  Bitrix24Tokens.parse(JSON.parse(box.open(sealed, identityOf(integration))));
