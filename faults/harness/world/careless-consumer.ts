// A control, not a part of the hub: a consumer that tells Kafka "done" before it has done the work, as auto-commit
// does. It uses the hub's own parts in the wrong order. Killed, it loses what it was at.
import { argv } from 'node:process';
import { openEventSource, receiveIncomingMessages } from '@domovoy/domain';
import { createConsumer, decodeRecord } from '@domovoy/kafka-client';
import { CompanyShortName, messagesIn } from '@domovoy/models';
import { openStore } from '@domovoy/store';

const [
  ,
  ,
  databaseUrl = '',
  brokers = '',
  groupId = '',
  companyShortName = '',
  companyId = '',
  integrationId = '',
] = argv;
const topic = messagesIn(CompanyShortName.parse(companyShortName));
const store = openStore(databaseUrl, { applicationName: 'careless' });
const source = await openEventSource(store, {
  integrationId: BigInt(integrationId),
  companyId: BigInt(companyId),
  topic: topic.name,
});

const consumer = createConsumer({
  access: { brokers: [brokers] },
  clientId: 'careless',
  groupId,
  topics: [topic.name],
  // Resolved at once: the offset goes to Kafka while Postgres works, or before.
  onChunk: async ({ partition, records }) => {
    const events = records.flatMap((record) => {
      const decoded = decodeRecord(topic, record);
      return decoded.ok ? [{ ...record, ...decoded }] : [];
    });
    void receiveIncomingMessages(store, source, { partition, records: events, dead: [] }).catch(() => {});
  },
});
process.once('disconnect', () => process.exit(0));
await consumer.start();
process.stdout.write('running\n');
