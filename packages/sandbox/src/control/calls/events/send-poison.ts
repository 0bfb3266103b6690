import { z } from 'zod';
import { POISON, poisonRecord } from '../../../poison/poison.ts';
import { defineCall } from '../../call.ts';
import { ControlError } from '../../control-error.ts';

const DEFAULT_KIND = 'invalid-json';
const kinds = ['all', ...POISON.map(({ name }) => name)];

const isSignUpTopic = (topic: string) => topic.startsWith('SIGN_UPS_');

export const sendPoison = defineCall({
  method: 'POST',
  path: '/poison',
  summary: 'Sends a bad record, and says what should become of it: a dead event, or handled like any other.',
  accepts: z.strictObject({
    kind: z
      .enum(kinds)
      .default(DEFAULT_KIND)
      .describe(`one of ${kinds.join(', ')}; ${DEFAULT_KIND} when not given`),
    topic: z
      .string()
      .optional()
      .describe('a topic that exists; the one that the kind is made for when not given'),
  }),
  status: 201,
  run: ({ kind, topic }, { log, companyShortName }) => {
    if (topic !== undefined && !log.topics.includes(topic))
      throw new ControlError(400, 'UNKNOWN_TOPIC', `There is no topic ${topic}`, { accepted: log.topics });
    return {
      poison: POISON.filter(({ name }) => kind === 'all' || kind === name).map((chosen) => {
        const { name, expected, why, ...record } = poisonRecord(chosen, companyShortName);
        const position = log.append({ ...record, topic: topic ?? record.topic });
        // What becomes of a sign-up without a phone says nothing about the same record among the messages.
        const isMadeForIt = isSignUpTopic(position.topic) === (chosen.on === 'sign-ups');
        return { kind: name, why, expected: isMadeForIt ? expected : null, ...position };
      }),
    };
  },
});
