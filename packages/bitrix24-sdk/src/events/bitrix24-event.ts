import type { Bitrix24ConnectorDialogs, Bitrix24EventAuth, Bitrix24OperatorMessage } from '@domovoy/models';

interface Common {
  /** In capitals: `ONCRMDEALUPDATE`. */
  readonly name: string;
  readonly handlerId: string | null;
  /** Unix seconds, by the portal's clock; events come late, twice and in any order. */
  readonly sentAtS: number | null;
  /** Null for a row of the offline queue, and where the portal sent none. */
  readonly auth: Bitrix24EventAuth | null;
  /** As it came. */
  readonly data: unknown;
}

/** An object was added, changed or deleted. It says nothing of what changed: read the object again. */
export interface ItemEvent extends Common {
  readonly kind: 'item';
  readonly entityTypeId: number;
  readonly action: 'added' | 'updated' | 'deleted' | 'movedToCategory';
  readonly id: number;
}

export interface CommentEvent extends Common {
  readonly kind: 'comment';
  readonly action: 'added' | 'updated' | 'deleted';
  readonly id: number;
}

export interface ActivityEvent extends Common {
  readonly kind: 'activity';
  readonly action: 'added' | 'updated' | 'deleted';
  readonly id: number;
}

/** Cached fields are out of date. */
export interface UserFieldEvent extends Common {
  readonly kind: 'userField';
  readonly entity: string;
}

/** What operators wrote, changed or deleted in an open line with our connector. */
export interface MessagesEvent extends Common {
  readonly kind: 'messages';
  readonly action: 'added' | 'updated' | 'deleted';
  readonly connector: string;
  readonly line: number;
  readonly messages: readonly Bitrix24OperatorMessage[];
}

export interface DialogsEvent extends Common {
  readonly kind: 'dialogs';
  readonly action: 'started' | 'finished';
  readonly dialogs: Bitrix24ConnectorDialogs['DATA'];
}

/** The connector was taken off a line. */
export interface ConnectorRemovedEvent extends Common {
  readonly kind: 'connectorRemoved';
  readonly connector: string;
  readonly line: number;
}

export interface LineRemovedEvent extends Common {
  readonly kind: 'lineRemoved';
  readonly line: number;
}

/** ONAPPUNINSTALL: verify before you delete anything. */
export interface ApplicationEvent extends Common {
  readonly kind: 'application';
  readonly action: 'installed' | 'updated' | 'uninstalled' | 'paid';
}

/** ONAPPTEST: what was given to `eventBindings.test`. */
export interface TestEvent extends Common {
  readonly kind: 'test';
}

/** ONOFFLINEEVENT: there is something in the offline queue. */
export interface OfflineQueueEvent extends Common {
  readonly kind: 'offlineQueue';
}

/** An event that this package has no words for. */
export interface OtherEvent extends Common {
  readonly kind: 'other';
}

export type Bitrix24Event =
  | ItemEvent
  | CommentEvent
  | ActivityEvent
  | UserFieldEvent
  | MessagesEvent
  | DialogsEvent
  | ConnectorRemovedEvent
  | LineRemovedEvent
  | ApplicationEvent
  | TestEvent
  | OfflineQueueEvent
  | OtherEvent;
