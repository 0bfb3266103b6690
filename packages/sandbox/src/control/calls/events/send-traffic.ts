import { z } from 'zod';
import { defineCall } from '../../call.ts';

const amount = (description: string) => z.int().min(0).max(10_000).default(0).describe(description);

export const sendTraffic = defineCall({
  method: 'POST',
  path: '/traffic',
  summary: 'Sends a lifelike mix: repeats, changes of status, late ones and other companies come along.',
  accepts: z.strictObject({
    signUps: amount('new sign-ups of the company, 0 to 10000; 0 when not given'),
    messages: amount('messages of abonents, 0 to 10000; 0 when not given'),
    answers: amount('answers of the operator (MESSAGES_OUT), 0 to 10000; 0 when not given'),
  }),
  status: 201,
  run: (amounts, { log, events }) => {
    const topics = events()
      .traffic(amounts)
      .map((record) => log.append(record).topic);
    return {
      records: topics.length,
      topics: Object.fromEntries(
        Object.entries(Object.groupBy(topics, (topic) => topic)).map(([topic, list]) => [
          topic,
          list?.length ?? 0,
        ]),
      ),
    };
  },
});
