import {
  type Change,
  type ConversationRow,
  type DeliveryRow,
  type DeliveryTargetRow,
  encodeCursor,
  type FeedPosition,
  type IntegrationRow,
  type JobRow,
  type MessageRow,
  type SignUpRow,
  type SyncRunRow,
} from '@domovoy/store';

/** The kinds of rows that somebody can follow. */
export interface FollowedRows {
  conversation: ConversationRow;
  delivery: DeliveryRow;
  delivery_target: DeliveryTargetRow;
  job: JobRow;
  integration: IntegrationRow;
  message: MessageRow;
  sign_up: SignUpRow;
  sync_run: SyncRunRow;
}

export type FollowedEntity = keyof FollowedRows;

/** A change together with the row as it is now. */
export interface RowEvent<Entity extends FollowedEntity = FollowedEntity> {
  readonly position: FeedPosition;
  readonly op: Change['op'];
  readonly row: FollowedRows[Entity];
}

/** What a follower wants to hear of. */
export interface Selection<Entity extends FollowedEntity = FollowedEntity> {
  readonly companyId: bigint;
  readonly entity: Entity;
  matches(row: FollowedRows[Entity], op: Change['op']): boolean;
}

/** What a follower is told. Cursors are positions with their epoch, written out. */
export type FollowEvent<Entity extends FollowedEntity> =
  | { readonly kind: 'row'; readonly row: FollowedRows[Entity]; readonly cursor: string }
  | { readonly kind: 'gap'; readonly since: string; readonly reason: GapReason; readonly cursor: string }
  | { readonly kind: 'heartbeat'; readonly cursor: string };

const tellings = new WeakMap<RowEvent, FollowEvent<FollowedEntity>>();

/** The same event for all who are told of it: by that it is known which of them may share what it looks like. */
export function told<Entity extends FollowedEntity>(
  event: RowEvent<Entity>,
  epoch: number,
): FollowEvent<Entity> {
  const known = tellings.get(event);
  if (known) return known as FollowEvent<Entity>;
  const telling = {
    kind: 'row',
    row: event.row,
    cursor: encodeCursor({ epoch, ...event.position }),
  } as const;
  tellings.set(event, telling);
  return telling;
}

/** Why somebody is not told everything. */
export type GapReason =
  /** What follows the cursor is no longer kept. */
  | 'expired'
  /** The cursor is of a feed that is no more: the database was taken back. */
  | 'restored'
  /** More came than may wait for one who does not take it. All of it is there still, after the cursor. */
  | 'too_slow';

/**
 * Rows are told as they are now, so of several changes in one page the last one is enough. That a message was added is
 * told in any case: some follow nothing else.
 */
export function worthTelling(entity: FollowedEntity, changes: readonly Change[]): Change[] {
  const last = new Map(changes.map((change) => [change.entityId, change]));
  return changes.filter(
    (change) => last.get(change.entityId) === change || (entity === 'message' && change.op === 'added'),
  );
}
