import { z } from 'zod';
import { defineCall } from '../../call.ts';

export const revokeTokens = defineCall({
  method: 'POST',
  path: '/tokens/revoke',
  summary: 'All access tokens are good for nothing from now on, or those of one company or abonent.',
  accepts: z.strictObject({
    company: z.string().optional().describe('only those of the operator of this company'),
    abonentId: z.int().optional().describe('only those of this abonent'),
  }),
  run: ({ company, abonentId }, { tokens }) => ({
    revoked: tokens.revoke((caller) => {
      if (company === undefined && abonentId === undefined) return true;
      return caller.kind === 'operator'
        ? caller.company.shortName === company
        : caller.abonent.id === abonentId;
    }),
  }),
});
