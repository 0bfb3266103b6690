import type {
  Change,
  ConversationRow,
  DeliveryRow,
  DeliveryTargetRow,
  FeedPosition,
  IntegrationRow,
  JobRow,
  MessageRow,
  SignUpRow,
  SyncRunRow,
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
  | { readonly kind: 'gap'; readonly since: string; readonly cursor: string }
  | { readonly kind: 'heartbeat'; readonly cursor: string };

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
