import { describe } from 'vitest';
import { Bench } from './bench.ts';
import { contractOfAccess, contractOfGroupRights, contractOfTopicRights } from './clauses/access.ts';
import { contractOfConnectionFaults } from './clauses/connection-faults.ts';
import { contractOfGroups } from './clauses/group.ts';
import { contractOfIdling } from './clauses/idling.ts';
import { contractOfOutages } from './clauses/outage.ts';
import { contractOfPoison } from './clauses/poison.ts';
import { contractOfProducing } from './clauses/producing.ts';
import { contractOfReading } from './clauses/reading.ts';
import { contractOfSteering } from './clauses/steering.ts';
import { contractOfTopics } from './clauses/topics.ts';
import type { StartContractBroker } from './contract-broker.ts';

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
