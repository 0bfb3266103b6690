import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ALL_SCOPES, WEBHOOKS, webhookOf } from '../../../bitrix24/auth/webhooks.ts';
import { put } from '../../../bitrix24/state/change.ts';
import { defineCall } from '../../call.ts';
import { ControlError } from '../../control-error.ts';

export const addWebhook = defineCall({
  method: 'POST',
  path: '/bitrix24/webhooks',
  summary: 'An employee makes an incoming webhook.',
  accepts: z.strictObject({
    userId: z.int().min(1).default(1).describe('whose: 1 (administrator), 2 or 3; 1 when not given'),
    scopes: z
      .array(z.string())
      .default([...ALL_SCOPES])
      .describe('what it may be used for; everything when not given'),
  }),
  status: 201,
  run({ userId, scopes }, { bitrix24 }) {
    const code = randomBytes(8).toString('hex');
    bitrix24.save([put(WEBHOOKS, code, { userId, code, scopes, isRevoked: false })]);
    return { webhookUrl: `${bitrix24.address.origin}/rest/${userId}/${code}/`, code };
  },
});

export const revokeWebhook = defineCall({
  method: 'DELETE',
  path: '/bitrix24/webhooks',
  summary: 'A webhook dies: the one with this code, or the one that the sandbox has from its beginning.',
  accepts: z.strictObject({
    code: z.string().optional().describe('the part of its address behind the user'),
  }),
  run({ code }, { bitrix24 }) {
    const chosen = code ?? bitrix24.credentials.webhookCode;
    const webhook = webhookOf(bitrix24.state, chosen);
    if (!webhook) throw new ControlError(404, 'UNKNOWN_WEBHOOK', 'There is no webhook with this code');
    bitrix24.save([put(WEBHOOKS, chosen, { ...webhook, isRevoked: true })]);
    return { revoked: 1 };
  },
});
