// Compiled and run in an empty project that has nothing but the packed packages: what their users have, without the
// workspace's sources, patches and hoisted dependencies.
import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createBitrix24, webhookAuth } from '@domovoy/bitrix24-sdk';
import { ConnectionError, createDomovoyClient, SignUpsDocument } from '@domovoy/graphql-client';
import { createConsumer, createProducer, decodeRecord } from '@domovoy/kafka-client';
import { CompanyShortName, messagesOut, Phone, signUps } from '@domovoy/models';
import { createRosDomofon } from '@domovoy/rosdomofon-sdk';
import { startSandbox } from '@domovoy/sandbox';

const warnings: string[] = [];
process.on('warning', ({ name }) => warnings.push(name));

const dataDir = await mkdtemp(join(tmpdir(), 'domovoy-published-'));
const sandbox = await startSandbox({ dataDir });
try {
  const { control, kafka, companyShortName } = sandbox.endpoints;
  const access = { brokers: [kafka.brokers] };
  const company = CompanyShortName.parse(companyShortName);
  const topic = signUps(company);

  const phones: Phone[] = [];
  const arrived = Promise.withResolvers<void>();
  const consumer = createConsumer({
    access,
    clientId: 'published',
    groupId: kafka.groupId,
    topics: [topic.name],
    async onChunk({ records }) {
      for (const record of records) {
        const decoded = decodeRecord(topic, record);
        assert.ok(decoded.ok);
        phones.push(decoded.event.abonent.phone);
        arrived.resolve();
      }
    },
  });
  await consumer.start();
  await fetch(`${control}/sign-ups`, { method: 'POST' });
  await arrived.promise;
  assert.equal(Phone.parse(Number(phones[0])), phones[0]);

  const producer = createProducer({ access, clientId: 'published' });
  const [place] = await producer.send(messagesOut(company).name, [{ key: '1', value: '{"toAbonents":[]}' }]);
  assert.equal(place?.offset, 0n);

  const { url, ...credentials } = sandbox.endpoints.rosdomofon;
  const rosdomofon = createRosDomofon({ baseUrl: url, ...credentials });
  let accounts = 0;
  for await (const account of rosdomofon.accounts.list()) if (account.number) accounts += 1;
  assert.ok(accounts > 1000, `${accounts} accounts`);
  await rosdomofon.close();

  const bitrix24 = createBitrix24({ auth: webhookAuth(sandbox.endpoints.bitrix24.webhookUrl) });
  const contact = await bitrix24.contacts.add({ fields: { name: 'Анна' } });
  const contacts = await bitrix24.iterate('crm.item.list', { entityTypeId: 3 }).toArray();
  assert.equal(contacts.at(-1)?.['id'], contact.id);
  await bitrix24.close();

  // Nobody is there: its API is an app, not a package.
  const nowhere = { url: 'http://127.0.0.1:1/graphql', apiKey: 'dmv_…', retry: { attempts: 1 } };
  await assert.rejects(createDomovoyClient(nowhere).request(SignUpsDocument, { first: 1 }), ConnectionError);

  // An idle connection rests: kafkajs by itself sets 900 timers a second for each.
  let timers = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'Timeout') timers += 1;
    },
  }).enable();
  await delay(1000);
  hook.disable();
  assert.ok(timers < 100, `${timers} timers in a second of idling`);
  await consumer.close();
  await producer.close();
} finally {
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
}
assert.deepEqual(warnings, []);
