import { createProxy } from '@domovoy/testkit';
import { startKafka } from '@domovoy/testkit/kafka';
import type { ContractBroker } from './contract-broker.ts';
import { describeKafkaContract } from './describe-kafka-contract.ts';

const given = process.env['KAFKA_BROKERS_TEST'];

async function startPlain(): Promise<ContractBroker> {
  if (given) {
    const access = { brokers: given.split(',') };
    return { access, adminAccess: access, stop: async () => {} };
  }
  const kafka = await startKafka();
  const access = { brokers: kafka.brokers };
  const faults = kafka.proxied ? await createProxy(kafka.proxied) : undefined;
  return {
    access,
    adminAccess: access,
    outage: { kill9: () => kafka.kill9(), restart: () => kafka.restart() },
    ...(faults && { proxy: { access: { brokers: [`${faults.host}:${faults.port}`] }, faults } }),
    async stop() {
      await faults?.close();
      await kafka.stop();
    },
  };
}

describeKafkaContract('real Kafka, plain', startPlain);
