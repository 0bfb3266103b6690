import { ActionToken } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Text } from '../../call/params.ts';

/** Tokens with which the abonent's application opens web pages of the operator (facts §1.2). */
export const actionTokens = (api: Api) => ({
  /** Who opens the page. An unknown or expired token is a NotFoundError or a RequestRejectedError. */
  verify: api.json({
    operation: 'actionTokens.verify',
    call: 'GET /abonents-service/api/v1/action_token/verify/{token}',
    params: z.strictObject({ token: Text }),
    answer: ActionToken,
    // The service counts the uses.
    effect: 'repeatable',
  }),
});
