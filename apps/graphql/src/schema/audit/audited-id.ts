import { userInputError } from '../../errors/public-error.ts';
import { decodeNodeId, encodeId, type NumberedType } from '../../ids/node-id.ts';

/** What the trail and the feed call what the API has as an object. */
const TYPES: Readonly<Record<string, NumberedType>> = {
  account: 'Account',
  api_key: 'ApiKey',
  conversation: 'Conversation',
  delivery: 'Delivery',
  delivery_target: 'DeliveryTarget',
  entrance: 'Entrance',
  flat: 'Flat',
  integration: 'Integration',
  invitation: 'Invitation',
  job: 'Job',
  message: 'Message',
  service: 'Service',
  service_connection: 'ServiceConnection',
  sign_up: 'SignUp',
  sync_run: 'SyncRun',
  user: 'StaffMember',
};

/** Null: the API has no object of this kind. */
export function auditedId(entity: string, id: bigint): string | null {
  const type = TYPES[entity];
  return type === undefined ? null : encodeId(type, id);
}

/** What an id of the API is called in the trail. */
export function entityOfId(text: string): { entity: string; id: bigint } {
  const reference = decodeNodeId(text);
  const entity = reference && Object.keys(TYPES).find((name) => TYPES[name] === reference.type);
  if (reference === null || !('id' in reference) || !entity)
    throw userInputError('`entityId` is no id of anything that the trail tells of.');
  return { entity, id: reference.id };
}
