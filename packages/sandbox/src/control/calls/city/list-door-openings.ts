import { z } from 'zod';
import { defineCall } from '../../call.ts';
import { chosenAbonent } from '../../chosen-abonent.ts';
import { limit, who } from '../../fields.ts';

export const listDoorOpenings = defineCall({
  method: 'GET',
  path: '/doors',
  summary: 'The doors that were opened, newest first.',
  accepts: z.strictObject({
    ...who,
    adapterId: z.string().optional().describe('only those of this adapter'),
    limit,
  }),
  run({ limit: atMost, adapterId, ...input }, context) {
    const abonent = chosenAbonent(context, input);
    return {
      openings: context.state
        .current()
        .doorOpenings.filter(
          (opening) =>
            (abonent === null || opening.abonentId === abonent.id) &&
            (adapterId === undefined || opening.adapterId === adapterId),
        )
        .toReversed()
        .slice(0, atMost),
    };
  },
});
