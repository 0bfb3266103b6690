import { setTimeout as sleep } from 'node:timers/promises';
import type { PortalContext } from '../../portal-context.ts';
import { drop } from '../../state/change.ts';
import {
  DEFAULT_DELIVERY,
  DELIVERY_SETTINGS,
  type DeliverySettings,
  EVENT_QUEUE,
  type QueuedEvent,
} from '../tables.ts';
import type { EventHistory } from './event-history.ts';
import { createLane, type Lane } from './lane.ts';
import { type DeliveryPlan, planDelivery } from './plan-delivery.ts';
import type { Post } from './post-event.ts';

/** Takes events from the queue and sends each once: what nobody answers is lost (facts §8: never redelivered). */
export interface EventSender {
  /** Sendings that are not over, copies included. */
  readonly waiting: number;
  /** There may be something in the queue. */
  wake(): void;
  /** Nothing that waits is sent any more: the queue has been emptied, or the portal closes. */
  forget(): void;
}

interface Sending {
  event: QueuedEvent;
  plan: DeliveryPlan;
  kind: 'original' | 'copy';
}
type Core = Pick<PortalContext, 'state' | 'now'>;

export function createEventSender(core: Core, history: EventHistory, post: Post): EventSender {
  const { state } = core;
  /** By address: whoever bound several events hears of them in one order. */
  const lanes = new Map<string, Lane<Sending>>();
  let lastTaken = 0;

  function laneOf(url: string): Lane<Sending> {
    const known = lanes.get(url);
    if (known) return known;
    const lane = createLane<Sending>({
      inParallel: () => deliverySettings(state).inParallel,
      send: (sending, signal) => send(core, sending, { history, post, signal }),
    });
    lanes.set(url, lane);
    return lane;
  }

  function enter(event: QueuedEvent): void {
    const settings = deliverySettings(state);
    const plan = planDelivery(settings, event.id - settings.firstId);
    const lane = laneOf(event.url);
    lane.add({ event, plan, kind: 'original' }, plan.behind);
    if (plan.copyBehind !== null && !plan.isDropped)
      lane.add({ event, plan, kind: 'copy' }, plan.behind + plan.copyBehind);
  }

  return {
    get waiting() {
      return [...lanes.values()].reduce((sum, { size }) => sum + size, 0);
    },
    wake() {
      const rows = state.rows(EVENT_QUEUE);
      for (const id of rows.ids.slice(firstAfter(rows.ids, lastTaken))) {
        const event = rows.get(id);
        if (event) enter(event);
        lastTaken = id;
      }
    },
    forget() {
      for (const lane of lanes.values()) lane.end();
      lanes.clear();
      lastTaken = 0;
    },
  };
}

interface SendOptions {
  history: EventHistory;
  post: Post;
  signal: AbortSignal;
}

async function send(core: Core, { event, plan, kind }: Sending, options: SendOptions): Promise<void> {
  const { history, post, signal } = options;
  const waitMs = event.atMs + plan.delayMs - core.now();
  if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  signal.throwIfAborted();
  // Taken out before it is sent: a sandbox that is killed here has lost it, as a portal may.
  if (kind === 'original') core.state.commit({ changes: [drop(EVENT_QUEUE, event.id)] });
  const { event: name, handlerId, url, clientId, data } = event;
  const record = (did: readonly string[], status: number | null, error?: string) =>
    history.add({ atMs: core.now(), event: name, handlerId, url, clientId, data, status, did, error });
  const sendAs = async (as: Parameters<Post>[1], did: readonly string[]) => {
    const { status = null, error } = await post(event, as, signal);
    signal.throwIfAborted();
    record(did, status, error);
  };
  const { hasNoAccessToken, isDropped, fakes } = plan;
  const did = [
    ...(kind === 'copy' ? ['duplicate'] : []),
    ...(plan.behind > 0 ? ['held back'] : []),
    ...(hasNoAccessToken ? ['without access token'] : []),
    ...(event.token === 'right' ? [] : [`${event.token} token`]),
  ];
  if (isDropped) return record([...did, 'dropped'], null);
  if (kind === 'original')
    for (const token of fakes) await sendAs({ token, hasNoAccessToken: false }, [`${token} token`]);
  await sendAs({ token: event.token, hasNoAccessToken }, did);
}

export const deliverySettings = (state: PortalContext['state']): DeliverySettings =>
  state.rows(DELIVERY_SETTINGS).get(1) ?? DEFAULT_DELIVERY;

/** Ids are given in ascending order, and there are seldom many that wait. */
function firstAfter(ids: readonly number[], last: number): number {
  let place = ids.length;
  while (place > 0 && (ids[place - 1] as number) > last) place -= 1;
  return place;
}
