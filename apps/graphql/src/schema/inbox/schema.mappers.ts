import type { InboxEventRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type InboxEventMapper = InboxEventRow;
/** Only of events that came with a value. */
export type InboxPayloadMapper = { readonly sizeBytes: number; readonly preview: Buffer };
export type InboxEventConnectionMapper = Connection<InboxEventRow>;
export type InboxEventEffectMapper = {
  readonly entity: string;
  readonly op: 'added' | 'changed';
  readonly count: number;
  readonly id: bigint | null;
};
