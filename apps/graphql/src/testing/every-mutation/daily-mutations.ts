import { randomUUID } from 'node:crypto';
import type { MutationWorld } from './mutation-world.ts';
import type { PreparedMutation } from './prepared-mutation.ts';

export const dailyMutations = ({
  signUp,
  conversation,
}: MutationWorld): Record<string, PreparedMutation> => ({
  approveSignUp: {
    input: async () => ({ ...(await signUp(0)), entranceRosdomofonId: 11, flat: '7' }),
    action: 'sign_up.approve',
    before: { state: 'needs_review' },
    after: { state: 'provisioning' },
    causes: ['sign_up', 'delivery'],
  },
  assignSignUp: {
    input: async () => ({ ...(await signUp(1)), assignee: 'Анна' }),
    action: 'sign_up.assign',
    before: { assignee: null },
    after: { assignee: 'Анна' },
    causes: ['sign_up'],
  },
  rejectSignUp: {
    input: async () => ({ ...(await signUp(2)), reason: 'нет такой квартиры', tellsAbonent: true }),
    action: 'sign_up.reject',
    before: { state: 'needs_review' },
    after: { state: 'rejected' },
    causes: ['sign_up', 'delivery'],
  },
  retrySignUp: { input: () => signUp(3), action: 'sign_up.retry', causes: ['delivery'] },
  saveSignUpPolicy: {
    input: () => ({ mode: 'AUTOMATIC', expectedVersion: 0 }),
    action: 'sign_up_policy.save',
    after: { mode: 'automatic' },
  },
  saveMessagingPolicy: {
    input: () => ({ sendBy: 'REST', expectedVersion: 0 }),
    action: 'messaging_policy.save',
    after: { sendBy: 'rest' },
  },
  sendMessage: {
    input: () => ({ conversationId: conversation.id, text: 'Ответ', idempotencyKey: randomUUID() }),
    action: 'message.send',
    after: { state: 'queued' },
    causes: ['message', 'delivery'],
  },
  assignConversation: {
    input: () => ({ id: conversation.id, assignee: 'Анна' }),
    action: 'conversation.assign',
    before: { assignee: null },
    after: { assignee: 'Анна' },
    causes: ['conversation'],
  },
  markRead: {
    input: () => ({ conversationId: conversation.id, upToMessageId: conversation.messages.nodes[0].id }),
    action: 'conversation.read',
    before: { unread: 2 },
    causes: ['conversation'],
  },
  setConversationState: {
    input: () => ({ id: conversation.id, state: 'RESOLVED' }),
    action: 'conversation.resolve',
    after: { state: 'resolved' },
    causes: ['conversation'],
  },
});
