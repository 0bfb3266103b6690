import { z } from 'zod';
import { deliverySettings } from '../../../bitrix24/events/delivery/event-sender.ts';
import { DELIVERY_SETTINGS, EVENT_QUEUE } from '../../../bitrix24/events/tables.ts';
import type { PortalContext } from '../../../bitrix24/portal-context.ts';
import { put } from '../../../bitrix24/state/change.ts';
import { defineCall } from '../../call.ts';

const chance = (what: string) =>
  z.number().min(0).max(1).optional().describe(`chance that an event ${what}, 0 to 1`);
const delayMs = (what: string) =>
  z.int().min(0).max(600_000).optional().describe(`${what} time before it is sent`);

export const readEventDelivery = defineCall({
  method: 'GET',
  path: '/bitrix24/event-delivery',
  summary: 'How events travel, and how many of them are waiting or on their way.',
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24 }) => shown(bitrix24),
});

export const changeEventDelivery = defineCall({
  method: 'POST',
  path: '/bitrix24/event-delivery',
  summary: 'Changes that, until the next reset; with the same seed the same events go the same way again.',
  accepts: z.strictObject({
    seed: z
      .union([z.string(), z.int()])
      .transform(String)
      .optional()
      .describe('of all choices; they begin anew with it'),
    minDelayMs: delayMs('shortest'),
    maxDelayMs: delayMs('longest'),
    duplicated: chance('is sent twice'),
    reordered: chance('is sent behind one to three later ones to its address'),
    dropped: chance('is never sent'),
    forged: chance('is preceded by a copy with a made-up token'),
    foreign: chance('is preceded by a copy that another portal could have sent'),
    withoutAccessToken: chance('has no access token'),
    inParallel: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .describe('so many at a time to one address; more than one leaves their order to chance'),
  }),
  run(changes, { bitrix24 }) {
    const { state } = bitrix24;
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const settings = { ...deliverySettings(state), ...given, firstId: state.takeId(EVENT_QUEUE) };
    bitrix24.save([put(DELIVERY_SETTINGS, 1, settings)]);
    return shown(bitrix24);
  },
});

function shown({ state, events }: PortalContext) {
  const { firstId: _firstId, ...settings } = deliverySettings(state);
  return { ...settings, waiting: events.waiting };
}
