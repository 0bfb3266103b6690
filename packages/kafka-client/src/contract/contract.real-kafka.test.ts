import { createProxy } from '@domovoy/testkit';
import { startKafka } from '@domovoy/testkit/kafka';
import type { ContractBroker } from './contract-broker.ts';
import { describeKafkaContract } from './describe-kafka-contract.ts';
import { givenBrokers } from './env.ts';

async function startPlain(): Promise<ContractBroker> {
  if (givenBrokers) {
    const access = { brokers: givenBrokers };
    return { access, adminAccess: access, stop: async () => {} };
  }
  const kafka = await startKafka();
  const access = { brokers: kafka.brokers };
  const hooks: NonNullable<ContractBroker['proxy']>['hooks'] = {};
  const faults =
    kafka.proxied &&
    (await createProxy({
      ...kafka.proxied,
      onClientData: (chunk, connection) => hooks.onClientData?.(chunk, connection),
      onServerData: (chunk, connection) => hooks.onServerData?.(chunk, connection),
    }));
  return {
    access,
    adminAccess: access,
    outage: { kill9: () => kafka.kill9(), restart: () => kafka.restart() },
    ...(faults && { proxy: { access: { brokers: [`${faults.host}:${faults.port}`] }, faults, hooks } }),
    async stop() {
      await faults?.close();
      await kafka.stop();
    },
  };
}

describeKafkaContract('real Kafka, plain', startPlain);
