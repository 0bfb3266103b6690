import type { IssueDecided } from '@domovoy/domain';
import type { IssueRow, IssueSubject } from '@domovoy/store';
import { requirePermission } from '../../access/forbidden-error.ts';
import { type Context, forgetLoaded } from '../../context.ts';
import { userInputError } from '../../errors/public-error.ts';
import { decodeIssueId } from '../../ids/node-id.ts';
import { notFoundError } from '../outcome/user-error.ts';
import { textValue } from '../values/filter-value.ts';

const ABSENT = ['There is no such issue.', ['input', 'id']] as const satisfies [string, string[]];
const MOST_CHARACTERS = 500;

const WRITES = { delivery: 'WRITE_DELIVERIES', event: 'WRITE_EVENTS' } as const;

/** What was decided about, as the use case wants it. */
interface Decided {
  readonly subject: IssueSubject;
  readonly fingerprint: string;
  readonly note: string | null;
}

/** `refusal`: what is said to the second of two. What a use case refuses besides is the caller's to tell. */
export async function decideIssue<Other extends { readonly kind: 'time-refused' }>(
  context: Context,
  input: { readonly id: string; readonly note?: string | null | undefined },
  { act, refusal }: { act: (decided: Decided) => Promise<IssueDecided | Other>; refusal: string },
) {
  const note = textValue(input.note) ?? null;
  if ((note?.length ?? 0) > MOST_CHARACTERS)
    throw userInputError(`\`note\` may have ${MOST_CHARACTERS} characters at most.`);
  const reference = decodeIssueId(input.id);
  if (reference === null) return notFoundError(...ABSENT);
  requirePermission(context.caller, WRITES[reference.subject]);
  const result = await act({ ...reference, note });
  forgetLoaded(context);
  if (result.kind === 'not-found') return notFoundError(...ABSENT);
  if (result.kind === 'time-refused') return result;
  const issue = namedIssue(reference.subject, result.issue);
  return result.kind === 'decided' ? { kind: result.kind, issue } : stateError(refusal, issue);
}

/** By `__typename` the executor knows which of the two it is. */
const namedIssue = (subject: IssueSubject, row: IssueRow) =>
  subject === 'delivery'
    ? { ...row, __typename: 'DeliveryIssue' as const }
    : { ...row, __typename: 'InboxEventIssue' as const };

const stateError = (message: string, issue: ReturnType<typeof namedIssue>) => ({
  __typename: 'IssueStateError' as const,
  code: 'ISSUE_STATE' as const,
  message,
  path: ['input', 'id'],
  issue,
});
