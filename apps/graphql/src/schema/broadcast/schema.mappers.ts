import type { RecipientRow } from '@domovoy/store';

export type BroadcastRecipientMapper = RecipientRow;
