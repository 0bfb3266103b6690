import { issueWords } from '@domovoy/domain';
import type { IssueRow, IssueSubject } from '@domovoy/store';
import type { Context } from '../../context.ts';
import { encodeIssueId } from '../../ids/node-id.ts';
import { languageOf } from '../integration/language.ts';
import type { Language } from '../types.generated.ts';
import { upperCase } from '../values/enum-value.ts';

interface InLanguage {
  readonly language?: Language | null | undefined;
}

/** What all issues have. */
export const issueFields = (subject: IssueSubject) => ({
  id: ({ fingerprint }: IssueRow) => encodeIssueId({ subject, fingerprint }),
  state: ({ state }: IssueRow) => upperCase(state),
  integration: ({ integrationId }: IssueRow, _args: unknown, { loaders }: Context) =>
    loaders.integrations.load(integrationId),
  message: ({ why }: IssueRow, { language }: InLanguage) =>
    issueWords(subject, why, languageOf(language)).message,
  advice: ({ why }: IssueRow, { language }: InLanguage) =>
    issueWords(subject, why, languageOf(language)).advice,
  resolution: ({ resolvedAt, resolvedBy, resolvedNote }: IssueRow) =>
    resolvedAt && resolvedBy !== null ? { resolvedAt, resolvedBy, note: resolvedNote } : null,
  mute: ({ mutedUntil, mutedBy, mutedNote }: IssueRow) =>
    mutedUntil && mutedBy !== null ? { until: mutedUntil, mutedBy, note: mutedNote } : null,
  company: (_issue: IssueRow, _args: unknown, { loaders }: Context) => loaders.company(),
});
