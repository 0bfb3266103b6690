import type { CrmMapping } from '../mapping/crm-mapping.ts';
import type { DealDetail } from './deal-wanted.ts';

/** What it means that a deal stands at a stage. */
export type StageMeaning =
  /** It stands where it was left: our own echo, or something else of it changed. */
  | 'known'
  /** People moved it, and that is all. */
  | 'noted'
  | 'approve'
  | 'reject';

export function stageMeaning({ deal }: CrmMapping, known: DealDetail, stage: string): StageMeaning {
  if (stage === known.stage) return 'known';
  return deal.onStage.find(({ stageId }) => stageId === stage)?.action ?? 'noted';
}
