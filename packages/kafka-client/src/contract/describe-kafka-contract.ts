import { describe } from 'vitest';
import { contractOfAccess, contractOfGroupRights, contractOfTopicRights } from './access.ts';
import { Bench } from './bench.ts';
import { contractOfConnectionFaults } from './connection-faults.ts';
import type { StartContractBroker } from './contract-broker.ts';
import { contractOfGroups } from './group.ts';
import { contractOfIdling } from './idling.ts';
import { contractOfOutages } from './outage.ts';
import { contractOfPoison } from './poison.ts';
import { contractOfProducing } from './producing.ts';
import { contractOfReading } from './reading.ts';
import { contractOfSteering } from './steering.ts';
import { contractOfTopics } from './topics.ts';

/** What consumer and producer promise, on any broker that speaks Kafka's protocol. */
export function describeKafkaContract(name: string, start: StartContractBroker): void {
  describe(`${name}:`, () => {
    const bench = new Bench(start);
    describe('idling', () => {
      contractOfIdling(bench);
    });
    describe.concurrent('reading', () => {
      contractOfReading(bench);
    });
    describe.concurrent('steering', () => {
      contractOfSteering(bench);
    });
    describe.concurrent('topics', () => {
      contractOfTopics(bench);
    });
    describe.concurrent('groups', () => {
      contractOfGroups(bench);
    });
    describe.concurrent('producing', () => {
      contractOfProducing(bench);
    });
    describe.concurrent('poison', () => {
      contractOfPoison(bench);
    });
    describe('broken connections', () => {
      contractOfConnectionFaults(bench);
    });
    describe('outages', () => {
      contractOfOutages(bench);
    });
  });
}

/** What a secure broker adds. */
export function describeSecureKafkaContract(
  name: string,
  start: StartContractBroker,
  options: {
    /** The group `foreign` is not authorised. */
    hasGroupRights: boolean;
    /** Topics are granted one by one. */
    hasTopicRights: boolean;
    loginLastsMs?: number;
  },
): void {
  describe(`${name}:`, () => {
    const bench = new Bench(start);
    describe.concurrent('access', () => {
      contractOfAccess(bench, options);
    });
    describe.runIf(options.hasGroupRights)('groups', () => {
      contractOfGroupRights(bench);
    });
    describe.runIf(options.hasTopicRights)('topics', () => {
      contractOfTopicRights(bench);
    });
  });
}
