import type { KeptTables } from '../../state/kept-tables.ts';
import { defineTable } from '../../state/table.ts';
import { DEAL, isSmartProcess, LEAD } from '../entity-types.ts';

/** One entry of a directory: a stage, a source, a type. */
export interface Status {
  id: number;
  /** `DEAL_STAGE`, `DEAL_STAGE_9`, `STATUS`, `SOURCE` … */
  entityId: string;
  /** `NEW`, `C9:NEW` */
  statusId: string;
  name: string;
  sort: number;
  /** Null: the work goes on; S: won; F: lost. */
  semantics: 'S' | 'F' | null;
  isSystem: boolean;
  color: string;
}

export const STATUSES = defineTable<Status>('statuses', { entityId: ({ entityId }) => [entityId] });

/** A pipeline. The general one of deals has the id 0. */
export interface Category {
  id: number;
  entityTypeId: number;
  name: string;
  sort: number;
  isDefault: boolean;
}

/** By id; 0 is the general one of deals. */
export const CATEGORIES = defineTable<Category>('categories', {
  entityTypeId: ({ entityTypeId }) => [entityTypeId],
});

export function statusesOf(state: KeptTables, entityId: string): Status[] {
  const rows = state.rows(STATUSES);
  return rows
    .idsBy('entityId', entityId)
    .map((id) => rows.get(id) as Status)
    .toSorted((a, b) => a.sort - b.sort || a.id - b.id);
}

/** The directory that has the stages of a pipeline. */
export function stageDirectoryOf(entityTypeId: number, categoryId: number): string | null {
  if (entityTypeId === LEAD) return 'STATUS';
  if (entityTypeId === DEAL) return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`;
  return isSmartProcess(entityTypeId) ? `DYNAMIC_${entityTypeId}_STAGE_${categoryId}` : null;
}

export function categoriesOf(state: KeptTables, entityTypeId: number): Category[] {
  const rows = state.rows(CATEGORIES);
  return rows
    .idsBy('entityTypeId', entityTypeId)
    .map((id) => rows.get(id) as Category)
    .toSorted((a, b) => a.sort - b.sort || a.id - b.id);
}

/** What stages of a pipeline begin with: `C9:`, `DT1046_1:`, or nothing in the general one. */
export function stagePrefixOf(entityTypeId: number, categoryId: number): string {
  if (entityTypeId === DEAL) return categoryId === 0 ? '' : `C${categoryId}:`;
  return isSmartProcess(entityTypeId) ? `DT${entityTypeId}_${categoryId}:` : '';
}
