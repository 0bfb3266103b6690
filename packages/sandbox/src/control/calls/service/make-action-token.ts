import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { defineCall } from '../../call.ts';
import { namedAbonent } from '../../chosen-abonent.ts';
import { who } from '../../fields.ts';

export const makeActionToken = defineCall({
  method: 'POST',
  path: '/action-tokens',
  summary: "An abonent opens the operator's page in the application: the token that the page is given.",
  accepts: z.strictObject({
    ...who,
    lifetimeS: z
      .int()
      .min(0)
      .max(86_400)
      .default(300)
      .describe('how many seconds it is good for; 300 when not given'),
  }),
  status: 201,
  run({ lifetimeS, ...input }, context) {
    const { id: abonentId } = namedAbonent(context, input);
    const token = randomBytes(24).toString('base64url');
    const id = context.state.takeIds();
    const expiresAtMs = context.now() + lifetimeS * 1000;
    context.state.commit({ what: 'action token made', id, token, abonentId, expiresAtMs });
    return { token, abonentId, expiresAtMs };
  },
});
