import { randomUUID } from 'node:crypto';
import type { MutationWorld } from './mutation-world.ts';
import type { PreparedMutation } from './prepared-mutation.ts';

const HOUR_MS = 3_600_000;
const inAnHour = () => new Date(Date.now() + HOUR_MS).toISOString();

export function reviewMutations({
  signUp,
  conversation,
  rows,
  ask,
}: MutationWorld): Record<string, PreparedMutation> {
  const idOf = (at: number): string => rows.signUps.nodes[at].id;
  const decide = (name: string, input: object) =>
    ask(
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`,
      { input },
    );
  return {
    ...asideMutations(idOf),
    undoSignUpDecision: {
      input: async () => {
        await decide('rejectSignUp', {
          ...(await signUp(4)),
          reason: 'нет такой квартиры',
          tellsAbonent: false,
        });
        return { id: idOf(4), idempotencyKey: randomUUID() };
      },
      action: 'sign_up.undo',
      before: { state: 'rejected' },
      after: { state: 'needs_review' },
      causes: ['sign_up'],
    },
    compensateSignUp: {
      input: async () => {
        await decide('approveSignUp', { ...(await signUp(5)), entranceRosdomofonId: 11, flat: '9' });
        return { ...(await signUp(5)), reason: 'ошиблись домом', tellsAbonent: false };
      },
      action: 'sign_up.compensate',
      after: { state: 'rejected' },
      causes: ['sign_up'],
    },
    approveSignUps: {
      input: () => ({ ids: [idOf(4)], expectedCount: 1, idempotencyKey: randomUUID() }),
      action: 'sign_up.approve_matching',
      causes: ['job'],
    },
    snoozeConversation: {
      input: () => ({ id: conversation.id, until: inAnHour() }),
      action: 'conversation.snooze',
      before: { snoozedUntil: null },
      causes: ['conversation'],
    },
    broadcastMessage: {
      input: async () => {
        const filter = { accountNumber: ['A-1'] };
        const { previewBroadcast } = await ask(
          'query ($filter: BroadcastFilterInput!) { previewBroadcast(filter: $filter) { totalCount { count } } }',
          { filter },
        );
        const expectedCount = previewBroadcast.totalCount.count;
        return { filter, text: 'Работы с 10 до 12', expectedCount, idempotencyKey: randomUUID() };
      },
      action: 'message.broadcast',
      causes: ['job'],
    },
    ...cannedMutations(ask),
  };
}

const asideMutations = (idOf: (at: number) => string): Record<string, PreparedMutation> => ({
  claimSignUp: {
    input: () => ({ id: idOf(4) }),
    action: 'sign_up.claim',
    before: { claimedBy: null },
    causes: ['sign_up'],
  },
  releaseSignUp: {
    input: () => ({ id: idOf(4) }),
    action: 'sign_up.release',
    after: { claimedBy: null },
    causes: ['sign_up'],
  },
  parkSignUp: {
    input: () => ({ id: idOf(4), until: inAnHour(), note: 'ждём ключи' }),
    action: 'sign_up.park',
    before: { parkNote: null },
    after: { parkNote: 'ждём ключи' },
    causes: ['sign_up'],
  },
});

const cannedMutations = (ask: MutationWorld['ask']): Record<string, PreparedMutation> => ({
  saveCannedResponse: {
    input: () => ({ title: 'Ключи', text: 'Ключи выдают в офисе.' }),
    action: 'canned_response.save',
    after: { title: 'Ключи', text: 'Ключи выдают в офисе.' },
  },
  deleteCannedResponse: {
    input: async () => {
      const { cannedResponses } = await ask('{ cannedResponses(first: 1) { nodes { id } } }');
      return { id: cannedResponses.nodes[0].id };
    },
    action: 'canned_response.delete',
    before: { title: 'Ключи' },
  },
});
