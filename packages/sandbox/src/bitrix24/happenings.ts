import type { Call } from './portal-method.ts';
import type { Change } from './state/change.ts';

export type ChangeKind = 'added' | 'updated' | 'deleted';

/** What has happened in the portal, as far as others are told of it. A save that changes nothing is none. */
export type Happening =
  | {
      of: 'item';
      entityTypeId: number;
      id: number;
      what: ChangeKind;
      /** A deal went to another pipeline. */
      hasMovedCategory?: boolean;
    }
  | { of: 'comment'; id: number; entityTypeId: number; entityId: number; authorId: number; what: ChangeKind }
  | { of: 'activity'; id: number; what: ChangeKind }
  | { of: 'user field'; entityTypeId: number; id: number; fieldName: string; what: ChangeKind }
  | { of: 'application'; clientId: string; what: 'installed' | 'uninstalled' };

/** Who wants to know. `call` is null when a person or a control call did it. */
export interface Follower {
  /** Changes that are written in the same line of the journal. */
  alongside?(happenings: readonly Happening[], call: Call | null): readonly Change[];
  /** When it is done. */
  afterwards?(happenings: readonly Happening[], call: Call | null): void;
}
