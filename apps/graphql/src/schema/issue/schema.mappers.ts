import type { IssueFilter, IssueRow } from '@domovoy/store';

export interface IssuesMapper {
  readonly filter: Pick<IssueFilter, 'states' | 'integrationIds'>;
  readonly kinds: IssueFilter['whats'];
  readonly topics: IssueFilter['whats'];
  readonly first: number;
}

export type DeliveryIssueMapper = IssueRow;
export type InboxEventIssueMapper = IssueRow;
