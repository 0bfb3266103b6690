import { crc32 } from 'node:zlib';
import { IncomingMessageEvent, OutgoingMessageEvent, SignUpEvent } from '@domovoy/models';
import { ensureCompany, ensureEnvironmentIntegration, type Store } from '@domovoy/store';
import type { EventRecord, ReceivedChunk } from '../intake/event-record.ts';
import { type EventSource, openEventSource } from '../intake/event-source.ts';

/** A company with its integration, and the sources of its topics. */
export async function createTenant(store: Store, shortName = 'demo') {
  const company = await ensureCompany(store.db, { shortName, name: shortName });
  const { id: integrationId } = await ensureEnvironmentIntegration(store.db, {
    companyId: company.id,
    config: {},
  });
  const source = (topic: string): Promise<EventSource> =>
    openEventSource(store, { integrationId, companyId: company.id, topic });
  return { companyId: company.id, integrationId, source };
}

/** As decoding makes it of a record. */
function record<E>(offset: number, timestampMs: number, wire: object, event: E): EventRecord<E> {
  const payload = JSON.stringify(wire);
  return { offset: BigInt(offset), timestampMs, hash: crc32(`${payload}${timestampMs}`), payload, event };
}

export const chunk = <E>(...records: EventRecord<E>[]): ReceivedChunk<E> => ({
  partition: 0,
  records,
  dead: [],
});

export function signUp(offset: number, timestampMs: number, fields: Record<string, unknown> = {}) {
  const wire = {
    id: 566_836,
    uid: 'c7cba623-111c-4fe3-b952-1f5f9a1b7b37',
    abonent: { id: 1_574_870, phone: 79_000_000_001 },
    address: { city: 'Иваново', street: { name: 'Ташкентская' }, house: { number: '100' }, flat: null },
    application: { id: 1, name: 'rd_android', provider: 'google' },
    virtual: false,
    timeZone: 'Europe/Moscow +03:00',
    offerSigned: false,
    contractNumber: '',
    status: 'UNPROCESSED',
    createdAt: timestampMs,
    ...fields,
  };
  return record(offset, timestampMs, wire, SignUpEvent.parse(wire));
}

export function incoming(offset: number, timestampMs: number, text: string, abonentId = 1_574_870) {
  const wire = {
    fromAbonent: { id: abonentId, phone: 79_000_000_001 },
    channel: 'support',
    message: null,
    localizedPush: { message: text },
  };
  return record(offset, timestampMs, wire, IncomingMessageEvent.parse(wire));
}

export function outgoing(offset: number, timestampMs: number, text: string, abonentIds: readonly number[]) {
  const wire = {
    toAbonents: abonentIds.map((id) => ({ id, phone: 79_000_000_001 })),
    channel: 'support',
    deliveryMethod: 'PUSH',
    message: text,
    localizedPush: null,
  };
  return record(offset, timestampMs, wire, OutgoingMessageEvent.parse(wire));
}
