import type { SignUpEventRow } from '@domovoy/store';
import type { CrmFacts } from '../mapping/crm-facts.ts';
import { type CrmMapping, TOLD_KINDS, type ToldKind } from '../mapping/crm-mapping.ts';
import { filled } from '../mapping/fill-fields.ts';
import { commentMarker } from '../origin.ts';

const isTold = (kind: string): kind is ToldKind => TOLD_KINDS.some((told) => told === kind);

/** What a line of the timeline says over there; null: it is not told (any more). */
export function timelineComment(
  { comments, language }: CrmMapping,
  { id, kind, details }: Pick<SignUpEventRow, 'id' | 'kind' | 'details'>,
  facts: CrmFacts,
): string | null {
  const texts = isTold(kind) ? comments[kind] : undefined;
  if (texts === undefined) return null;
  const text = filled(texts[language], { ...facts, reason: reasonOf(details) ?? facts.reason ?? null });
  return text === '' ? null : `${text}\n${commentMarker(id)}`;
}

function reasonOf(details: unknown): string | null {
  if (typeof details !== 'object' || details === null) return null;
  const { reason, code } = details as { reason?: unknown; code?: unknown };
  return typeof reason === 'string' ? reason : typeof code === 'string' ? code : null;
}
