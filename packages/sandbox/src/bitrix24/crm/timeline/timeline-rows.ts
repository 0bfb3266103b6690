import type { KeptTables } from '../../state/kept-tables.ts';
import { defineTable, type TableDefinition } from '../../state/table.ts';

/** A comment in the timeline of an item. */
export interface Comment {
  id: number;
  entityTypeId: number;
  entityId: number;
  authorId: number;
  comment: string;
  created: string;
  /** By name. */
  files: string[];
}

const entityKey = (entityTypeId: number, entityId: number) => `${entityTypeId} ${entityId}`;

export const COMMENTS = defineTable<Comment>('comments', {
  entity: ({ entityTypeId, entityId }) => [entityKey(entityTypeId, entityId)],
});

/** A record that nobody edits. */
export interface LogMessage {
  id: number;
  entityTypeId: number;
  entityId: number;
  authorId: number;
  title: string;
  text: string;
  iconCode: string;
  created: string;
}

export const LOG_MESSAGES = defineTable<LogMessage>('log-messages', {
  entity: ({ entityTypeId, entityId }) => [entityKey(entityTypeId, entityId)],
});

/** Something to do, or that was done: a planned task, a call, a letter. */
export interface Activity {
  id: number;
  ownerTypeId: number;
  ownerId: number;
  providerId: string;
  subject: string;
  description: string;
  responsibleId: number;
  authorId: number;
  deadline: string | null;
  created: string;
  isCompleted: boolean;
}

export const ACTIVITIES = defineTable<Activity>('activities', {
  entity: ({ ownerTypeId, ownerId }) => [entityKey(ownerTypeId, ownerId)],
});

/** Oldest first. */
export const commentsOf = (state: KeptTables, entityTypeId: number, entityId: number): Comment[] =>
  ofEntity(state, COMMENTS, entityTypeId, entityId);
export const logMessagesOf = (state: KeptTables, entityTypeId: number, entityId: number): LogMessage[] =>
  ofEntity(state, LOG_MESSAGES, entityTypeId, entityId);
export const activitiesOf = (state: KeptTables, entityTypeId: number, entityId: number): Activity[] =>
  ofEntity(state, ACTIVITIES, entityTypeId, entityId);

function ofEntity<Row extends { id: number }>(
  state: KeptTables,
  table: TableDefinition<Row>,
  entityTypeId: number,
  entityId: number,
): Row[] {
  const rows = state.rows(table);
  return rows
    .idsBy('entity', entityKey(entityTypeId, entityId))
    .flatMap((id) => rows.get(id) ?? [])
    .toSorted((a, b) => a.id - b.id);
}
