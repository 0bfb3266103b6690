import {
  addAuditEntry,
  databaseNow,
  findIssue,
  type IssueOfCompany,
  type IssueRow,
  type IssueSubject,
  lockIssueDecision,
  muteIssueRow,
  resolveIssueRow,
  type Store,
  type Tx,
} from '@domovoy/store';

interface Deciding extends IssueOfCompany {
  readonly subject: IssueSubject;
  /** `user:…`, `api-key:<public id>`. */
  readonly actor: string;
}

export type IssueDecided =
  | { readonly kind: 'decided'; readonly issue: IssueRow }
  /** Nothing of it is dead (any more). */
  | { readonly kind: 'not-found' }
  /** It is so already: whoever decided it first is named by the issue. */
  | { readonly kind: 'refused'; readonly issue: IssueRow };

/** It is over, or too far away to be meant. */
export interface MuteTimeRefused {
  readonly kind: 'time-refused';
}

const LONGEST_MUTE_MS = 90 * 86_400_000;

/** What has failed until now needs nobody any more. The dead stay as they are; one more opens the issue again. */
export const resolveIssue = (
  store: Store,
  given: Deciding & { note: string | null },
): Promise<IssueDecided> =>
  decide<never>(store, given, {
    action: 'issue.resolve',
    note: given.note,
    work: async (tx, decisionId, issue) => {
      if (issue.state === 'resolved') return 'refused';
      await resolveIssueRow(tx, decisionId, { through: issue.lastFailedKey, ...given });
      return null;
    },
  });

/** Until a time it wants nobody's attention, whatever fails meanwhile; null: it is not muted any more. */
export const muteIssue = (
  store: Store,
  given: Deciding & { until: Date | null; note: string | null },
): Promise<IssueDecided | MuteTimeRefused> =>
  decide<MuteTimeRefused>(store, given, {
    action: given.until === null ? 'issue.unmute' : 'issue.mute',
    note: given.note,
    work: async (tx, decisionId, issue) => {
      const { until } = given;
      if (until === null) {
        if (issue.state !== 'muted') return 'refused';
        await muteIssueRow(tx, decisionId, null);
        return null;
      }
      const inMs = until.getTime() - (await databaseNow(tx)).getTime();
      if (inMs <= 0 || inMs > LONGEST_MUTE_MS) return { kind: 'time-refused' };
      await muteIssueRow(tx, decisionId, { ...given, until });
      return null;
    },
  });

interface Decision<Refusal> {
  readonly action: string;
  readonly note: string | null;
  /** Null: done. */
  readonly work: (tx: Tx, decisionId: bigint, issue: IssueRow) => Promise<'refused' | Refusal | null>;
}

/** One at a time for each issue. What is dead is looked at behind the lock, so that the second of two sees what the first did. */
const decide = <Refusal>(
  store: Store,
  given: Deciding,
  { action, note, work }: Decision<Refusal>,
): Promise<IssueDecided | Refusal> =>
  store.transaction(async (tx): Promise<IssueDecided | Refusal> => {
    // Asked first, so that nobody leaves rows for what does not exist.
    if ((await findIssue(tx, given)) === null) return { kind: 'not-found' };
    const decisionId = await lockIssueDecision(tx, given);
    const issue = await findIssue(tx, given);
    if (issue === null) return { kind: 'not-found' };
    const refusal = await work(tx, decisionId, issue);
    if (refusal === 'refused') return { kind: 'refused', issue };
    if (refusal !== null) return refusal;
    const decided = await findIssue(tx, given);
    if (decided === null) return { kind: 'not-found' };
    await addAuditEntry(tx, {
      companyId: given.companyId,
      actor: given.actor,
      action,
      entity: 'issue',
      entityId: decisionId,
      // Its key is its cause: the number of the decision says little.
      details: { subject: given.subject, what: issue.what, why: issue.why, note },
      before: stateOf(issue),
      after: stateOf(decided),
    });
    return { kind: 'decided', issue: decided };
  });

const stateOf = ({ state, mutedUntil }: IssueRow) => ({ state, mutedUntil });
