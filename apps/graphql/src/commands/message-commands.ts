import {
  type AssignResult,
  assignConversation,
  type BroadcastPreview,
  type BroadcastResult,
  broadcastMessage,
  type ConversationStateResult,
  deleteCannedResponse,
  type KeyConflict,
  type MarkReadResult,
  type MessagingPolicy,
  markConversationRead,
  previewBroadcast,
  type RenderResult,
  type RetryMessageResult,
  readMessagingPolicy,
  renderCannedResponse,
  reopenConversation,
  resolveConversation,
  retryMessage,
  type SaveCannedResult,
  type SaveDraftResult,
  type SavePolicyResult,
  type SendMessageResult,
  type SnoozeResult,
  saveCannedResponse,
  saveDraft,
  saveMessagingPolicy,
  sendMessage,
  snoozeConversation,
} from '@domovoy/domain';
import type { ConversationState, RecipientFilter, Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

interface StateChange {
  readonly conversationId: bigint;
  readonly expectedState?: ConversationState;
}

export interface MessageCommands {
  sendMessage(given: {
    conversationId: bigint;
    text: string;
    lastSeenMessageId: bigint | undefined;
    idempotencyKey: string;
  }): Promise<SendMessageResult | KeyConflict>;
  retryMessage(given: {
    messageId: bigint;
    idempotencyKey: string;
  }): Promise<RetryMessageResult | KeyConflict>;
  previewBroadcast(filter: RecipientFilter, sampleSize: number): Promise<BroadcastPreview>;
  broadcastMessage(given: {
    filter: RecipientFilter;
    text: string;
    expectedCount: number;
    idempotencyKey: string;
  }): Promise<BroadcastResult | KeyConflict>;
  assignConversation(given: {
    conversationId: bigint;
    assignee: string | null;
    expectedAssignee: string | null;
  }): Promise<AssignResult>;
  resolveConversation(given: StateChange): Promise<ConversationStateResult>;
  reopenConversation(given: StateChange): Promise<ConversationStateResult>;
  markConversationRead(given: { conversationId: bigint; upToMessageId: bigint }): Promise<MarkReadResult>;
  snoozeConversation(given: { conversationId: bigint; until: Date | null }): Promise<SnoozeResult>;
  saveDraft(given: { conversationId: bigint; text: string }): Promise<SaveDraftResult>;
  saveCannedResponse(given: {
    changes: { cannedResponseId: bigint; expectedVersion: number } | null;
    title: string;
    text: string;
  }): Promise<SaveCannedResult>;
  /** False: the company has no such one. */
  deleteCannedResponse(cannedResponseId: bigint): Promise<boolean>;
  renderCannedResponse(given: { cannedResponseId: bigint; conversationId: bigint }): Promise<RenderResult>;
  readMessagingPolicy(): Promise<MessagingPolicy>;
  saveMessagingPolicy(given: {
    sendBy: MessagingPolicy['sendBy'];
    autoReplies: unknown;
    expectedVersion: number;
  }): Promise<SavePolicyResult>;
}

export function messageCommands(store: Store, caller: Caller): MessageCommands {
  const { companyId, actor } = caller;
  return {
    sendMessage: (given) => sendMessage(store, { companyId, author: actor, ...given }),
    retryMessage: (given) => retryMessage(store, { companyId, actor, ...given }),
    previewBroadcast: (filter, sampleSize) => previewBroadcast(store, { companyId, filter, sampleSize }),
    broadcastMessage: (given) => broadcastMessage(store, { companyId, actor, ...given }),
    assignConversation: (given) => assignConversation(store, { companyId, actor, ...given }),
    resolveConversation: (given) => resolveConversation(store, { companyId, actor, ...given }),
    reopenConversation: (given) => reopenConversation(store, { companyId, actor, ...given }),
    markConversationRead: (given) => markConversationRead(store, { companyId, actor, ...given }),
    snoozeConversation: (given) => snoozeConversation(store, { companyId, actor, ...given }),
    saveDraft: (given) => saveDraft(store, { companyId, person: actor, ...given }),
    saveCannedResponse: (given) => saveCannedResponse(store, { companyId, actor, ...given }),
    deleteCannedResponse: (cannedResponseId) =>
      deleteCannedResponse(store, { companyId, actor, cannedResponseId }),
    renderCannedResponse: (given) => renderCannedResponse(store, { companyId, actor, ...given }),
    readMessagingPolicy: () => readMessagingPolicy(store, companyId),
    saveMessagingPolicy: (given) => saveMessagingPolicy(store, { companyId, actor, ...given }),
  };
}
