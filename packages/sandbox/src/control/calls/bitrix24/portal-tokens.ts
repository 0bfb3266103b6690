import { z } from 'zod';
import { defineCall } from '../../call.ts';

export const expirePortalTokens = defineCall({
  method: 'POST',
  path: '/bitrix24/tokens/expire',
  summary: "All access tokens of the portal's application have expired; they can be renewed.",
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24 }) => ({ expired: bitrix24.tokens.expireAll() }),
});

export const revokePortalTokens = defineCall({
  method: 'POST',
  path: '/bitrix24/tokens/revoke',
  summary: 'Access and refresh tokens are good for nothing: the application has to be authorised anew.',
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24 }) => ({ revoked: bitrix24.tokens.revoke(() => true) }),
});
