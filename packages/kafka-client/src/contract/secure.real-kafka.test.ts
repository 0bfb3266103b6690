import { clientAcls, startKafka } from '@domovoy/testkit/kafka';
import type { ContractBroker } from './contract-broker.ts';
import { describeSecureKafkaContract } from './describe-kafka-contract.ts';

const LOGIN_LASTS_MS = 8000;

async function startSecure(): Promise<ContractBroker> {
  const kafka = await startKafka({
    sasl: true,
    reauthMs: LOGIN_LASTS_MS,
    acls: clientAcls({
      user: 'client',
      groupPrefix: 'contract',
      readPrefixes: ['contract'],
      writePrefixes: ['contract'],
    }),
  });
  const { ca = '', username = '', password = '' } = kafka;
  return {
    access: {
      brokers: kafka.brokers,
      sasl: { mechanism: 'scram-sha-512', username, password },
      tls: { ca },
    },
    adminAccess: { brokers: kafka.adminBrokers },
    stop: () => kafka.stop(),
  };
}

describeSecureKafkaContract('real Kafka, SASL_SSL with SCRAM-SHA-512 and ACLs', startSecure, {
  hasGroupRights: true,
  hasTopicRights: true,
  loginLastsMs: LOGIN_LASTS_MS,
});
