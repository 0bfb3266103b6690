import type { SignUpEvent } from '@domovoy/models';
import {
  databaseNowMs,
  notifyDeliveries,
  recordSignUps,
  type SignUpInboxRow,
  type Store,
} from '@domovoy/store';
import type { EventRecord, Received, ReceivedChunk } from '../intake/event-record.ts';
import type { EventSource } from '../intake/event-source.ts';
import { believableTime } from '../intake/event-time.ts';
import { receiveChunk } from '../intake/receive-chunk.ts';
import { SIGN_UP_KINDS } from './sign-up-kinds.ts';

export interface ReceivedSignUps extends Received {
  readonly created: number;
  /** Network sign-ups that came through the company's own topic now. */
  readonly adopted: number;
  readonly changed: number;
}

/**
 * Sign-ups arrive, from the company's own topic or from the network's. However many topics and events tell of a
 * sign-up, it is one row per company and uid, with a timeline. The work on it begins in the same transaction.
 */
export async function receiveSignUps(
  store: Store,
  source: EventSource,
  chunk: ReceivedChunk<SignUpEvent> & { scope: 'network' | 'company' },
  now: () => number | Promise<number> = () => databaseNowMs(store),
): Promise<ReceivedSignUps> {
  const nowMs = await now();
  const signUps = chunk.records.map((record) => toRow(record, nowMs));
  const { integrationId } = source;
  const work = {
    integrationId,
    kind: 'sign_up.match',
    maxAttempts: SIGN_UP_KINDS['sign_up.match'].maxAttempts,
  };
  const { rows, received } = await receiveChunk(store, source, chunk, async (target) =>
    signUps.length > 0 ? recordSignUps(store, target, chunk.scope, signUps, work) : null,
  );
  // Only a wake-up: the worker polls as well.
  if (rows && rows.enqueued > 0) notifyDeliveries(store, [integrationId]).catch(() => undefined);
  return {
    ...received,
    created: rows?.created ?? 0,
    adopted: rows?.adopted ?? 0,
    changed: rows?.changed ?? 0,
  };
}

function toRow(
  { offset, hash, payload, timestampMs, event }: EventRecord<SignUpEvent>,
  nowMs: number,
): SignUpInboxRow {
  const { address, abonent } = event;
  const seenAt = believableTime(timestampMs, nowMs);
  return {
    offset,
    hash,
    payload,
    uid: event.uid,
    rosdomofonId: event.id,
    wireStatus: event.status,
    abonentRosdomofonId: abonent.id,
    phone: abonent.phone,
    countryCode: address.country?.shortName ?? null,
    city: address.city ?? null,
    street: address.street?.name ?? null,
    house: address.house?.number ?? null,
    block: address.house?.block ?? null,
    building: address.house?.building ?? null,
    housing: address.house?.housing ?? null,
    flat: address.flat,
    application: event.application?.name ?? null,
    timeZone: event.timeZone ?? null,
    contractNumber: event.contractNumber || null,
    isVirtual: event.virtual ?? null,
    isOfferSigned: event.offerSigned ?? null,
    requestedAt: believableTime(event.createdAt, nowMs, seenAt.getTime()),
    seenAt,
  };
}
