import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SandboxOptions, startSandbox } from '@domovoy/sandbox';
import { makeServerCertificate } from '@domovoy/testkit/kafka';
import { describe } from 'vitest';
import { Bench } from './bench.ts';
import { contractOfGroupRights } from './clauses/access.ts';
import type { ContractBroker } from './contract-broker.ts';
import { describeKafkaContract, describeSecureKafkaContract } from './describe-kafka-contract.ts';

const USER = { username: 'client', password: 'client-secret' };

async function startPlain(authorizeAnyGroup = true): Promise<ContractBroker> {
  const dataDir = await mkdtemp(join(tmpdir(), 'domovoy-contract-'));
  const options: SandboxOptions = { dataDir, authorizeAnyGroup };
  let sandbox = await startSandbox(options);
  // A second start in the same folder takes the same port.
  const access = { brokers: [sandbox.endpoints.kafka.brokers] };
  return {
    access,
    adminAccess: access,
    cannotAddPartitions: true,
    outage: {
      kill9: () => sandbox.close(),
      async restart() {
        sandbox = await startSandbox(options);
      },
    },
    async stop() {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startSecure(): Promise<ContractBroker> {
  const dataDir = await mkdtemp(join(tmpdir(), 'domovoy-contract-'));
  const { ca, key, cert } = await makeServerCertificate(join(dataDir, 'tls'));
  const sandbox = await startSandbox({
    dataDir: join(dataDir, 'sandbox'),
    authorizeAnyGroup: true,
    sasl: { users: { [USER.username]: USER.password } },
    tls: { key, cert },
  });
  const access = {
    brokers: [sandbox.endpoints.kafka.brokers],
    sasl: { mechanism: 'scram-sha-512', ...USER } as const,
    tls: { ca },
  };
  return {
    access,
    adminAccess: access,
    async stop() {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

describeKafkaContract('sandbox, plain', () => startPlain());
describeSecureKafkaContract('sandbox, SASL_SSL with SCRAM-SHA-512', startSecure, {
  hasTopicRights: false,
  hasGroupRights: false,
});

describe('sandbox, with its one group authorised:', () => {
  const bench = new Bench(() => startPlain(false));
  contractOfGroupRights(bench);
});
