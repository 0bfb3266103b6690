import { z } from 'zod';
import { defineCall } from '../../call.ts';
import { chosenAbonent } from '../../chosen-abonent.ts';
import { who } from '../../fields.ts';

export const listCodes = defineCall({
  method: 'GET',
  path: '/sms',
  summary: 'The codes that were sent by SMS and not used yet, newest first: nobody else sees them.',
  accepts: z.strictObject(who),
  run(input, context) {
    const abonent = chosenAbonent(context, input);
    return {
      codes: [...context.state.current().codes.values()]
        .filter(({ phone }) => abonent === null || phone === abonent.phone)
        .toSorted((a, b) => b.atMs - a.atMs),
    };
  },
});
