import { z } from 'zod';
import { operatorOf } from '../../../bitrix24/open-lines/operator/operator.ts';
import { OPERATOR } from '../../../bitrix24/open-lines/tables.ts';
import { put } from '../../../bitrix24/state/change.ts';
import { defineCall } from '../../call.ts';

export const readOperator = defineCall({
  method: 'GET',
  path: '/bitrix24/operator',
  summary: 'How the operator of the open lines answers.',
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24 }) => operatorOf(bitrix24.state),
});

export const changeOperator = defineCall({
  method: 'POST',
  path: '/bitrix24/operator',
  summary: 'Changes that, until the next reset: by himself after a while, or not before somebody makes him.',
  accepts: z.strictObject({
    answersAfterMs: z
      .int()
      .min(0)
      .max(600_000)
      .nullable()
      .optional()
      .describe(
        'answers every message by himself after so long; null: waits for a person, the page or a control call',
      ),
    texts: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('what he says, taken in turn; {text} stands for what was written to him'),
    userId: z.int().min(1).optional().describe('his id in the portal'),
    name: z.string().min(1).optional().describe('his name, in the signature of what he writes'),
  }),
  run(changes, { bitrix24 }) {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const settings = { ...operatorOf(bitrix24.state), ...given };
    bitrix24.save([put(OPERATOR, 1, settings)]);
    return settings;
  },
});
