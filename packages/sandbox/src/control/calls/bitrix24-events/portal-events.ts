import { z } from 'zod';
import { isKnownEvent } from '../../../bitrix24/events/known-events.ts';
import type { EventData } from '../../../bitrix24/events/portal-event.ts';
import { defineCall } from '../../call.ts';
import { limit, waitMs } from '../../fields.ts';

const name = z.string().toUpperCase();

export const fireEvent = defineCall({
  method: 'POST',
  path: '/bitrix24/events',
  summary: 'Fires an event at whoever bound it, whether it has happened or not.',
  accepts: z.strictObject({
    event: name.refine(isKnownEvent, 'there is no such event').describe('its name: ONCRMDEALUPDATE'),
    data: z
      .custom<EventData>((value) => value !== undefined)
      .default({})
      .describe('what it carries; nothing when not given: {"FIELDS":{"ID":7}}'),
    token: z
      .enum(['right', 'forged', 'foreign', 'missing'])
      .default('right')
      .describe(
        'its application_token: right, forged, foreign (that of another portal), missing; right when not given',
      ),
    userId: z
      .int()
      .min(1)
      .optional()
      .describe('who caused it; nobody when not given, then it has no access token'),
  }),
  status: 201,
  run: ({ event, data, token, userId }, { bitrix24 }) => ({
    queued: bitrix24.events.fire({ name: event, data, userId: userId ?? null }, token),
  }),
});

export const listSentEvents = defineCall({
  method: 'GET',
  path: '/bitrix24/events',
  summary:
    'The last events that were sent, oldest first: where to, what was special about each, and the answer.',
  accepts: z.strictObject({
    since: z.coerce
      .number()
      .int()
      .min(0)
      .default(0)
      .describe('the "next" of an earlier answer: only what came later; 0 or nothing: from the beginning'),
    event: name.optional().describe('only those of this name'),
    waitMs,
    limit,
  }),
  async run({ since, event, waitMs: patienceMs, limit: atMost }, { bitrix24 }, signal) {
    const { history } = bitrix24.events;
    const over = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    for (;;) {
      const events = history.list({ since, event, limit: atMost });
      if (events.length > 0 || patienceMs === 0 || over.aborted)
        return { events, next: events.at(-1)?.n ?? Math.max(since, history.last) };
      await history.changed(over);
    }
  },
});
