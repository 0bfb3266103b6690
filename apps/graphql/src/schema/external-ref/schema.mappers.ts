import type { ExternalRefRow } from '@domovoy/store';

export type ExternalRefMapper = ExternalRefRow;
