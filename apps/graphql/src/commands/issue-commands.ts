import { type IssueDecided, type MuteTimeRefused, muteIssue, resolveIssue } from '@domovoy/domain';
import type { IssueSubject, Store } from '@domovoy/store';
import type { Caller } from './caller.ts';

interface IssueGiven {
  readonly subject: IssueSubject;
  readonly fingerprint: string;
  readonly note: string | null;
}

export interface IssueCommands {
  resolveIssue(given: IssueGiven): Promise<IssueDecided>;
  /** `until` null: it is not muted any more. */
  muteIssue(given: IssueGiven & { until: Date | null }): Promise<IssueDecided | MuteTimeRefused>;
}

export const issueCommands = (store: Store, { companyId, actor }: Caller): IssueCommands => ({
  resolveIssue: (given) => resolveIssue(store, { companyId, actor, ...given }),
  muteIssue: (given) => muteIssue(store, { companyId, actor, ...given }),
});
