import { decodeNodeId, type IssueReference, type NumberedType } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';
import type { ResolversTypes } from '../types.generated.ts';

export type LoadedNode = Awaited<ResolversTypes['Node']>;

/** Any object of the caller's company by its id; null for everything else. */
export async function loadNode(loaders: Loaders, text: string): Promise<LoadedNode | null> {
  const reference = decodeNodeId(text);
  if (reference === null) return null;
  if (reference.type === 'InboxEvent')
    return named('InboxEvent', await loaders.inboxEvents.load(reference.at));
  return reference.type === 'Issue'
    ? loadIssue(loaders, reference.issue)
    : LOAD[reference.type](loaders, reference.id);
}

const loadIssue = async (
  { deliveryIssues, eventIssues }: Loaders,
  { subject, fingerprint }: IssueReference,
): Promise<LoadedNode | null> =>
  subject === 'delivery'
    ? named('DeliveryIssue', await deliveryIssues.load(fingerprint))
    : named('InboxEventIssue', await eventIssues.load(fingerprint));

const LOAD: Readonly<Record<NumberedType, (loaders: Loaders, id: bigint) => Promise<LoadedNode | null>>> = {
  Abonent: async ({ abonents }, id) => named('Abonent', await abonents.load(id)),
  Account: async ({ accounts }, id) => named('Account', await accounts.load(id)),
  ApiKey: async ({ apiKeys }, id) => named('ApiKey', await apiKeys.load(id)),
  AuditEvent: async ({ auditEvents }, id) => named('AuditEvent', await auditEvents.load(id)),
  CannedResponse: async ({ cannedResponses }, id) => named('CannedResponse', await cannedResponses.load(id)),
  Company: async ({ company }, id) => {
    const own = await company();
    return own.id === id ? named('Company', own) : null;
  },
  Conversation: async ({ conversations }, id) => named('Conversation', await conversations.load(id)),
  Delivery: async ({ deliveries }, id) => named('Delivery', await deliveries.load(id)),
  DeliveryTarget: async ({ deliveryTargets }, id) => named('DeliveryTarget', await deliveryTargets.load(id)),
  Entrance: async ({ entrances }, id) => named('Entrance', await entrances.load(id)),
  Flat: async ({ flats }, id) => named('Flat', await flats.load(id)),
  Job: async ({ jobs }, id) => named('Job', await jobs.load(id)),
  Integration: async ({ integrations }, id) => named('Integration', await integrations.load(id)),
  Invitation: async ({ invitations }, id) => named('Invitation', await invitations.load(id)),
  Message: async ({ messages }, id) => named('Message', await messages.load(id)),
  Service: async ({ services }, id) => named('Service', await services.load(id)),
  ServiceConnection: async ({ serviceConnections }, id) =>
    named('ServiceConnection', await serviceConnections.load(id)),
  Session: async () => null,
  SignUp: async ({ signUps }, id) => named('SignUp', await signUps.load(id)),
  StaffMember: async ({ staff }, id) => named('StaffMember', await staff.load(id)),
  SyncRun: async ({ syncRuns }, id) => named('SyncRun', await syncRuns.load(id)),
};

/** By `__typename` the executor knows which type of the interface a row is. */
export const named = <Type extends string, Row extends object>(__typename: Type, row: Row | null) =>
  row && { ...row, __typename };
