import { randomUUID } from 'node:crypto';
import type { MutationWorld } from './mutation-world.ts';
import type { PreparedMutation } from './prepared-mutation.ts';

export const deliveryMutations = ({
  failedMessage,
  rows,
  deliveries,
  dead,
  ask,
  demo,
}: MutationWorld): Record<string, PreparedMutation> => ({
  retryMessage: {
    input: async () => ({ id: await failedMessage(), idempotencyKey: randomUUID() }),
    action: 'message.retry',
    before: { state: 'failed' },
    after: { state: 'queued' },
    causes: ['message', 'delivery'],
  },
  redeliver: {
    input: () => ({ id: dead, idempotencyKey: randomUUID() }),
    action: 'delivery.redeliver',
    before: { state: 'dead' },
    after: { state: 'dead' },
    causes: ['delivery'],
  },
  redeliverMatching: {
    input: async () => {
      const { previewRedelivery } = await ask('{ previewRedelivery(filter: {}) { totalCount { count } } }');
      return {
        filter: {},
        expectedCount: previewRedelivery.totalCount.count,
        idempotencyKey: randomUUID(),
      };
    },
    action: 'delivery.redeliver_matching',
    after: { state: 'queued' },
    causes: ['job'],
  },
  muteIssue: {
    input: async () => ({ id: await anIssue(ask), until: new Date(Date.now() + 3_600_000).toISOString() }),
    action: 'issue.mute',
    before: { state: 'open' },
    after: { state: 'muted' },
  },
  resolveIssue: {
    input: async () => ({ id: await anIssue(ask), note: 'починили' }),
    action: 'issue.resolve',
    before: { state: 'muted' },
    after: { state: 'resolved', mutedUntil: null },
  },
  reprocessEvent: {
    input: async () => {
      const value = {
        fromAbonent: { id: 909, phone: 79_000_000_001 },
        channel: 'support',
        message: 'Ещё раз',
      };
      await demo.deadEvents([new TextEncoder().encode(JSON.stringify(value))]);
      const { inboxEvents } = await ask('{ inboxEvents(state: DEAD, first: 1) { nodes { id } } }');
      return { id: inboxEvents.nodes[0].id, idempotencyKey: randomUUID() };
    },
    action: 'inbox_event.reprocess',
    before: { state: 'dead' },
    after: { state: 'done' },
    causes: ['conversation', 'message'],
  },
  cancelJob: {
    input: async () => ({ id: (await ask('{ jobs(first: 1) { nodes { id } } }')).jobs.nodes[0].id }),
    action: 'job.cancel',
    after: { state: 'cancelled' },
    causes: ['job'],
  },
  cancelDelivery: {
    input: async () => ({ id: (await deliveries.enqueue({}))[0] }),
    action: 'delivery.cancel',
    before: { state: 'pending' },
    after: { state: 'skipped' },
    causes: ['delivery'],
  },
  pauseTarget: {
    input: () => ({ id: rows.deliveryTargets[0].id, reason: 'ремонт' }),
    action: 'delivery_target.pause',
    before: { isPaused: false },
    after: { isPaused: true },
  },
  resumeTarget: {
    input: () => ({ id: rows.deliveryTargets[0].id }),
    action: 'delivery_target.resume',
    before: { isPaused: true },
    after: { isPaused: false },
  },
});

const anIssue = async (ask: MutationWorld['ask']): Promise<string> =>
  (await ask('{ issues(first: 1) { deliveryIssues { nodes { id } } } }')).issues.deliveryIssues.nodes[0].id;
