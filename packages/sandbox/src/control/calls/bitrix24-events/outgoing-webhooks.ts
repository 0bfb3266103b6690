import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { EVENT_NAMES, isEventOfWebhooks } from '../../../bitrix24/events/known-events.ts';
import { EVENT_HANDLERS, OUTGOING_WEBHOOKS } from '../../../bitrix24/events/tables.ts';
import { drop, put } from '../../../bitrix24/state/change.ts';
import { defineCall } from '../../call.ts';

const events = EVENT_NAMES.filter(isEventOfWebhooks);

export const addOutgoingWebhook = defineCall({
  method: 'POST',
  path: '/bitrix24/outgoing-webhooks',
  summary:
    'Somebody makes an outgoing webhook in the portal: events are posted to its address, with its token.',
  accepts: z.strictObject({
    url: z.url().describe('where events go; http is fine here'),
    events: z
      .array(z.string().toUpperCase().refine(isEventOfWebhooks, 'no event of outgoing webhooks'))
      .min(1)
      .default(events)
      .describe('which; all that outgoing webhooks have when not given'),
  }),
  status: 201,
  run({ url, events: chosen }, { bitrix24 }) {
    const id = bitrix24.state.takeId(EVENT_HANDLERS);
    const webhook = { id, url, events: chosen, applicationToken: randomBytes(16).toString('hex') };
    bitrix24.save([put(OUTGOING_WEBHOOKS, id, webhook)]);
    return webhook;
  },
});

export const listOutgoingWebhooks = defineCall({
  method: 'GET',
  path: '/bitrix24/outgoing-webhooks',
  summary: 'The outgoing webhooks, with their tokens.',
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24 }) => ({ webhooks: [...bitrix24.state.rows(OUTGOING_WEBHOOKS).values()] }),
});

export const deleteOutgoingWebhooks = defineCall({
  method: 'DELETE',
  path: '/bitrix24/outgoing-webhooks',
  summary: 'Deletes all outgoing webhooks, or one.',
  accepts: z.strictObject({ id: z.coerce.number().int().optional().describe('only this one') }),
  run({ id }, { bitrix24 }) {
    const gone = [...bitrix24.state.rows(OUTGOING_WEBHOOKS).values()].filter(
      (webhook) => id === undefined || webhook.id === id,
    );
    bitrix24.save(gone.map((webhook) => drop(OUTGOING_WEBHOOKS, webhook.id)));
    return { deleted: gone.length };
  },
});
