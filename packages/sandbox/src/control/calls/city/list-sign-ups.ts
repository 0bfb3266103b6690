import { z } from 'zod';
import { defineCall } from '../../call.ts';
import { chosenAbonent } from '../../chosen-abonent.ts';
import { limit, who } from '../../fields.ts';

export const listSignUps = defineCall({
  method: 'GET',
  path: '/sign-ups',
  summary: 'The sign-ups of the company as they are now, newest first.',
  accepts: z.strictObject({ ...who, limit }),
  run: ({ limit: atMost, ...input }, context) => ({
    signUps: context.signUps.list({ abonentId: chosenAbonent(context, input)?.id, limit: atMost }),
  }),
});
