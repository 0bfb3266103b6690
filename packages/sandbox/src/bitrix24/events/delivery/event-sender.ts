import { setTimeout as sleep } from 'node:timers/promises';
import type { PortalContext } from '../../portal-context.ts';
import { drop } from '../../state/change.ts';
import {
  DEFAULT_DELIVERY,
  DELIVERY_SETTINGS,
  type DeliverySettings,
  EVENT_QUEUE,
  type QueuedEvent,
  type TokenKind,
} from '../tables.ts';
import type { EventHistory } from './event-history.ts';
import { type DeliveryPlan, planDelivery } from './plan-delivery.ts';
import type { Post } from './post-event.ts';
import { createSendingOrder, type SendingOrder } from './sending-order.ts';

/** Takes events from the queue and sends each once: what nobody answers is lost (facts §8: never redelivered). */
export interface EventSender {
  /** Sendings that are not over, copies included. */
  readonly waiting: number;
  /** There may be something in the queue. */
  wake(): void;
  /** The queue has been emptied: nothing that waits is sent any more. */
  forget(): void;
  close(): void;
}

interface Sending {
  event: QueuedEvent;
  plan: DeliveryPlan;
  dueAtMs: number;
  kind: 'original' | 'copy';
}
interface Lane {
  order: SendingOrder<Sending>;
  sendingNow: number;
  /** Runs when everything waits to be overtaken, and nobody comes. */
  patience: NodeJS.Timeout | null;
}

/** So long an event waits for others to overtake it. */
const PATIENCE_MS = 1000;

export function createEventSender(
  { state, now }: Pick<PortalContext, 'state' | 'now'>,
  history: EventHistory,
  post: Post,
): EventSender {
  /** By address: whoever bound several events hears of them in one order. */
  const lanes = new Map<string, Lane>();
  let lastTaken = 0;
  let stop = new AbortController();
  const settings = () => deliverySettings(state);

  function takeNewEvents(): void {
    const rows = state.rows(EVENT_QUEUE);
    const fresh = rows.ids.slice(firstAfter(rows.ids, lastTaken));
    for (const id of fresh) {
      const event = rows.get(id);
      if (event) enter(event, settings());
      lastTaken = id;
    }
  }

  function enter(event: QueuedEvent, current: DeliverySettings): void {
    const plan = planDelivery(current, event.id - current.firstId);
    const dueAtMs = event.atMs + plan.delayMs;
    const lane = laneOf(event.url);
    lane.order.add({ event, plan, dueAtMs, kind: 'original' }, plan.behind);
    if (plan.copyBehind !== null && !plan.isDropped)
      lane.order.add({ event, plan, dueAtMs, kind: 'copy' }, plan.behind + plan.copyBehind);
  }

  function laneOf(url: string): Lane {
    const known = lanes.get(url);
    if (known) return known;
    const lane: Lane = { order: createSendingOrder(), sendingNow: 0, patience: null };
    lanes.set(url, lane);
    return lane;
  }

  function pump(lane: Lane): void {
    if (stop.signal.aborted) return;
    while (lane.sendingNow < settings().inParallel) {
      const sending = lane.order.next();
      if (!sending) break;
      start(lane, sending);
    }
    const isHeld = lane.sendingNow === 0 && lane.order.size > 0;
    if (isHeld) lane.patience ??= setTimeout(() => overtakeNobody(lane), PATIENCE_MS);
    else if (lane.patience) endPatience(lane);
  }

  function endPatience(lane: Lane): void {
    if (lane.patience) clearTimeout(lane.patience);
    lane.patience = null;
  }

  function overtakeNobody(lane: Lane): void {
    endPatience(lane);
    const held = lane.order.nextHeld();
    if (held) start(lane, held);
  }

  function start(lane: Lane, sending: Sending): void {
    const { signal } = stop;
    lane.sendingNow += 1;
    void send(sending, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      })
      .finally(() => {
        lane.sendingNow -= 1;
        if (!signal.aborted) pump(lane);
      });
  }

  async function send({ event, plan, dueAtMs, kind }: Sending, signal: AbortSignal): Promise<void> {
    const waitMs = dueAtMs - now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal });
    signal.throwIfAborted();
    // Taken out before it is sent: a sandbox that is killed here has lost it, as a portal may.
    if (kind === 'original') state.commit({ changes: [drop(EVENT_QUEUE, event.id)] });
    const did = [
      ...(kind === 'copy' ? ['duplicate'] : []),
      ...(plan.behind > 0 ? ['held back'] : []),
      ...(plan.hasNoAccessToken ? ['without access token'] : []),
      ...(event.token === 'right' ? [] : [`${event.token} token`]),
    ];
    if (plan.isDropped) return record(event, [...did, 'dropped'], {});
    if (kind === 'original')
      for (const token of plan.fakes)
        await sendOnce(event, { token, hasNoAccessToken: false }, [`${token} token`], signal);
    await sendOnce(event, { token: event.token, hasNoAccessToken: plan.hasNoAccessToken }, did, signal);
  }

  async function sendOnce(
    event: QueuedEvent,
    options: { token: TokenKind; hasNoAccessToken: boolean },
    did: string[],
    signal: AbortSignal,
  ): Promise<void> {
    const answer = await post(event, options, signal);
    signal.throwIfAborted();
    record(event, did, answer);
  }

  function record(
    { event, handlerId, url, clientId, data }: QueuedEvent,
    did: readonly string[],
    { status = null, error }: { status?: number | null; error?: string },
  ): void {
    history.add({ atMs: now(), event, handlerId, url, clientId, data, status, did, error });
  }

  function forget(): void {
    stop.abort();
    for (const lane of lanes.values()) endPatience(lane);
    lanes.clear();
    lastTaken = 0;
  }

  return {
    get waiting() {
      return [...lanes.values()].reduce((sum, { order, sendingNow }) => sum + order.size + sendingNow, 0);
    },
    wake() {
      if (stop.signal.aborted) return;
      takeNewEvents();
      for (const [url, lane] of lanes) {
        pump(lane);
        if (lane.order.size + lane.sendingNow === 0) lanes.delete(url);
      }
    },
    forget() {
      forget();
      stop = new AbortController();
    },
    close: forget,
  };
}

export const deliverySettings = (state: PortalContext['state']): DeliverySettings =>
  state.rows(DELIVERY_SETTINGS).get(1) ?? DEFAULT_DELIVERY;

/** Ids are given in ascending order, and there are seldom many that wait. */
function firstAfter(ids: readonly number[], last: number): number {
  let place = ids.length;
  while (place > 0 && (ids[place - 1] as number) > last) place -= 1;
  return place;
}
