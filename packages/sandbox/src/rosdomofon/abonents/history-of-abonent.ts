import type { Company } from '../../city-plan/companies.ts';
import type { HistoryEntry } from '../../topics/known-messages.ts';
import type { RosDomofonContext } from '../resource.ts';

/** Newest first. The topics are those of the sandbox's own company: the others have only what they sent by REST. */
export function historyOf(
  { state, messages }: Pick<RosDomofonContext, 'state' | 'messages'>,
  company: Company,
  abonentId: number,
): HistoryEntry[] {
  const { city, messages: sent } = state.current();
  const byRest = (sent.get(abonentId) ?? [])
    .filter(({ companyId }) => companyId === company.id)
    .map(({ id, channel, text, atMs }) => ({ id, channel, text, atMs, isIncoming: false }));
  const byKafka = company === city.plan.own.company ? messages.of(abonentId) : [];
  return [...byRest, ...byKafka].toSorted((a, b) => b.atMs - a.atMs || b.id - a.id);
}
