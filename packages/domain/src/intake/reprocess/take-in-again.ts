import { isUtf8 } from 'node:buffer';
import { CompanyShortName, DomovoyError, readEvent } from '@domovoy/models';
import type { DeadInboxEvent, Store } from '@domovoy/store';
import type { EventSource } from '../event-source.ts';
import { type Intake, intakesOf } from '../intakes-of.ts';

/** Null: it is taken in. Otherwise what is wrong with it, for a person. */
export type Refusal = string | null;

/** Takes a record in by the way of the intake; the inbox has to have none at its place. */
export async function takeInAgain(store: Store, dead: DeadInboxEvent): Promise<Refusal> {
  const company = CompanyShortName.parse(dead.companyShortName);
  const intake = intakesOf(company).find(({ topic }) => topic.name === dead.topic);
  return intake === undefined ? 'nothing is read from its topic today' : take(store, dead, intake);
}

async function take(store: Store, dead: DeadInboxEvent, intake: Intake): Promise<Refusal> {
  const { raw, offset, hash, partition } = dead;
  if (raw === null || raw.length === 0) return 'it has no value that could be read';
  if (!isUtf8(raw)) return 'the value is not valid UTF-8';
  const payload = Buffer.from(raw).toString('utf8');
  const read = readEvent(intake.topic, payload);
  if (!read.ok) return read.reason;
  // The hash stays the record's: by another one a repeat from Kafka would look like a topic that was created anew.
  const timestampMs = dead.timestampMs ?? Date.parse(dead.receivedAt);
  const record = { offset, hash, timestampMs, payload, event: read.event };
  const { fresh } = await intake.receive(store, sourceOf(dead), { partition, records: [record], dead: [] });
  if (fresh === 1) return null;
  throw new DomovoyError('an event was in the inbox after its row was removed', {
    code: 'INBOX_EVENT_KEPT',
    meta: { sourceId: dead.sourceId, partition, offset: String(offset) },
  });
}

/** The source as it was when the event came, also when the topic was created anew since. */
const sourceOf = ({ sourceId, companyId, integrationId, topic, epoch }: DeadInboxEvent): EventSource => ({
  companyId,
  integrationId,
  topic,
  epoch,
  target: (partition) => ({ sourceId, partition, companyId }),
  renew: () => Promise.resolve(),
});
