import { BITRIX24_HOOKS, Bitrix24HookEvent } from '@domovoy/models';
import {
  type HookEventSettlement,
  lockPendingHookEvents,
  type PendingHookEvent,
  type Store,
  settleHookEvents,
  type Tx,
} from '@domovoy/store';
import { finishDialogs } from '../chat/finish-dialogs.ts';
import { receiveOperatorMessage } from '../chat/receive-operator-messages.ts';
import { noteRemoteChange } from '../crm/remote/note-remote-change.ts';
import { tell } from '../deliveries/by-hand/tell.ts';
import {
  endRest,
  enqueueChatSetup,
  enqueueCheck,
  enqueueForPortal,
  portalTarget,
} from '../integration/by-hand/integration-deliveries.ts';
import { type HookWork, workOf } from './read-hook-event.ts';

export interface HookPortal {
  readonly integrationId: bigint;
  readonly companyId: bigint;
}

export interface ReceivedHookEvents {
  readonly done: number;
  readonly dead: number;
  /** As many as were asked for: there may be more. */
  readonly isFull: boolean;
  /** The portal says that its offline queue has something. */
  readonly hasQueued: boolean;
}

/**
 * The oldest events that wait: what follows from them is written in the transaction that marks them as done, so that a
 * crash repeats all of it or nothing. Nothing is asked of the portal here; what has to be looked at is a delivery.
 */
export async function receiveHookEvents(
  store: Store,
  portal: HookPortal,
  limit = 100,
): Promise<ReceivedHookEvents> {
  const woken = new Set<bigint>();
  let hasQueued = false;
  let hasChanged = false;
  const settlements = await store.transaction(async (tx) => {
    woken.clear();
    hasQueued = hasChanged = false;
    const events = await lockPendingHookEvents(tx, { ...portal, limit });
    const settled: HookEventSettlement[] = [];
    for (const event of events) {
      const result = await receiveHookEvent(tx, portal, event);
      for (const id of result.wakes) woken.add(id);
      hasQueued ||= result.hasQueued ?? false;
      hasChanged ||= result.changes ?? false;
      const { sourceId, offset } = event;
      const { reason, keepsSecrets = false } = result;
      settled.push({ sourceId, offset, state: reason === null ? 'done' : 'dead', reason, keepsSecrets });
    }
    await settleHookEvents(tx, settled);
    return settled;
  });
  if (woken.size > 0 || hasChanged) tell(store, [...woken]);
  const dead = settlements.filter(({ state }) => state === 'dead').length;
  return {
    done: settlements.length - dead,
    dead,
    isFull: settlements.length === limit,
    hasQueued,
  };
}

interface ReceivedHookEvent {
  readonly reason: string | null;
  readonly wakes: readonly bigint[];
  readonly keepsSecrets?: boolean;
  readonly hasQueued?: boolean;
  /** Something that people look at is another now, and nobody else is woken by it. */
  readonly changes?: boolean;
}

const NOTHING: ReceivedHookEvent = { reason: null, wakes: [] };

/** One event; `reason`: it cannot be taken in, and what it has written until then may stay. */
export async function receiveHookEvent(
  tx: Tx,
  portal: HookPortal,
  event: PendingHookEvent,
): Promise<ReceivedHookEvent> {
  if (event.topic === BITRIX24_HOOKS.authorizations) return authorize(tx, portal, event, 'code');
  const read = parse(event.payload);
  if (read === null) return { reason: 'the row cannot be read', wakes: [] };
  if (!read.isVerified)
    return event.secrets === null
      ? { reason: 'nothing proves that the portal sent it', wakes: [] }
      : authorize(tx, portal, event, 'installation');
  return doHookWork(tx, portal, event, workOf(read));
}

/** What an event asks for that is the portal's own. */
export async function doHookWork(
  tx: Tx,
  portal: HookPortal,
  event: Pick<PendingHookEvent, 'sourceId' | 'offset' | 'secrets'> &
    Partial<Pick<PendingHookEvent, 'receivedAt'>>,
  work: HookWork,
): Promise<ReceivedHookEvent> {
  const own = [portal.integrationId];
  switch (work.kind) {
    case 'look': {
      const { entityTypeId, remoteId } = work;
      const eventKey = `hook:${event.sourceId}:${event.offset}`;
      const target = portalTarget(portal);
      const isOurs = await noteRemoteChange(tx, { target, entityTypeId, remoteId, eventKey });
      return isOurs ? { reason: null, wakes: own } : NOTHING;
    }
    case 'comment':
      await enqueueForPortal(tx, {
        kind: 'chat.read_comment',
        payload: { commentId: work.commentId },
        target: portalTarget(portal),
        dedupeKey: `comment:${work.commentId}`,
      });
      return { reason: null, wakes: own };
    case 'operator-messages':
      return receiveMessages(tx, portal, work.event);
    case 'dialogs-finished': {
      const at = work.at ?? event.receivedAt;
      if (at === undefined) return NOTHING;
      return { ...NOTHING, changes: await finishDialogs(tx, portal, work.event, at) };
    }
    case 'installation':
      return event.secrets === null ? NOTHING : authorize(tx, portal, event, 'installation');
    case 'check':
      await endRest(tx, portal);
      await enqueueCheck(tx, portal, undefined, { isUninstalled: work.isUninstalled });
      return { reason: null, wakes: own };
    case 'chat-lost':
      await enqueueChatSetup(tx, portal);
      return { reason: null, wakes: own };
    case 'queue':
      return { ...NOTHING, hasQueued: true };
    case 'unreadable':
      return { reason: work.reason, wakes: [] };
    case 'nothing':
      break;
  }
  return NOTHING;
}

/** A code lives for 30 seconds: nothing that the target rests for keeps it waiting. */
async function authorize(
  tx: Tx,
  portal: HookPortal,
  { sourceId, offset }: Pick<PendingHookEvent, 'sourceId' | 'offset'>,
  by: 'code' | 'installation',
): Promise<ReceivedHookEvent> {
  await endRest(tx, portal);
  await enqueueForPortal(tx, {
    kind: 'integration.authorize',
    payload: { by, sourceId, offset: String(offset) },
    target: portalTarget(portal),
    dedupeKey: `authorize:${sourceId}:${offset}`,
  });
  return { reason: null, wakes: [portal.integrationId], keepsSecrets: true };
}

async function receiveMessages(
  tx: Tx,
  portal: HookPortal,
  event: Extract<HookWork, { kind: 'operator-messages' }>['event'],
): Promise<ReceivedHookEvent> {
  const wakes: bigint[] = [];
  const reasons: string[] = [];
  for (const message of event.MESSAGES) {
    const received = await receiveOperatorMessage(tx, portal, event, message);
    if (received.kind === 'queued') wakes.push(received.integrationId);
    if (received.kind === 'refused') reasons.push(received.reason);
  }
  return { reason: reasons.length > 0 ? reasons.join('; ') : null, wakes };
}

function parse(payload: string): Bitrix24HookEvent | null {
  try {
    return Bitrix24HookEvent.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
