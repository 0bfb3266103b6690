import type { CrmReviewRow } from '@domovoy/store';

export type CrmReviewMapper = CrmReviewRow;
