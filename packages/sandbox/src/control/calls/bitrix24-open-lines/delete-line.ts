import { z } from 'zod';
import { deleteLine, disconnect } from '../../../bitrix24/open-lines/delete-line.ts';
import { LINES } from '../../../bitrix24/open-lines/tables.ts';
import { defineCall } from '../../call.ts';
import { ControlError } from '../../control-error.ts';

export const deleteOpenLine = defineCall({
  method: 'DELETE',
  path: '/bitrix24/open-lines',
  summary: 'An administrator deletes an open line, or takes a connector off it.',
  accepts: z.strictObject({
    line: z.coerce.number().int().describe('the number of the line'),
    connector: z.string().optional().describe('only this connector is taken off, and the line stays'),
  }),
  run({ line: id, connector }, { bitrix24 }) {
    const line = bitrix24.state.rows(LINES).get(id);
    if (!line) throw new ControlError(404, 'UNKNOWN_LINE', `There is no open line ${id}`);
    if (connector === undefined) deleteLine(bitrix24, line);
    else if (!disconnect(bitrix24, id, connector))
      throw new ControlError(404, 'UNKNOWN_CONNECTOR', `The connector ${connector} is not at the line ${id}`);
    return { line: id };
  },
});
