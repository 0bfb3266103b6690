import type { CheckStep } from '@domovoy/domain';
import type { CrmCursorRow, HookRefusalRow, IntegrationRow } from '@domovoy/store';

export type IntegrationMapper = IntegrationRow;

export interface IntegrationStateReasonMapper {
  readonly code: string;
  /** In English, for codes that this version has no words for. */
  readonly words: string;
}

/** With what its hint needs. */
export type CheckStepMapper = CheckStep & { readonly hookUrl: string | null };

export type PortalHooksMapper = Pick<IntegrationRow, 'id'>;

export interface IntegrationProblemMapper {
  readonly path: string;
  readonly problem: string;
}

/** Of a cursor that has missed something. */
export type MissedChangesMapper = Pick<CrmCursorRow, 'missedReason' | 'missedEntity'> & {
  readonly since: Date;
  readonly until: Date;
};

export type HookRefusalMapper = HookRefusalRow;
