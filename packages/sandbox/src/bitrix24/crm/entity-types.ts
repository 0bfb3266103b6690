import { RestError } from '../rest-error.ts';
import type { KeptTables } from '../state/kept-tables.ts';
import { defineTable } from '../state/table.ts';

export const LEAD = 1;
export const DEAL = 2;
export const CONTACT = 3;
export const COMPANY = 4;
const FIRST_SMART_PROCESS = 128;

/** A smart process, by the id of its kind of items. */
export interface SmartProcess {
  id: number;
  title: string;
  code: string;
  entityTypeId: number;
  createdBy: number;
  createdTime: string;
}

/** By `entityTypeId`. */
export const SMART_PROCESSES = defineTable<SmartProcess>('smart-processes');
export const SMART_PROCESS_IDS = { name: 'smart-process-ids' };

export const isSmartProcess = (entityTypeId: number): boolean => entityTypeId >= FIRST_SMART_PROCESS;

/** Throws what somebody is told who names a kind that there is not (facts §2, §7). */
export function requireEntityType(state: KeptTables, entityTypeId: number): void {
  if (entityTypeId >= LEAD && entityTypeId <= COMPANY) return;
  if (!isSmartProcess(entityTypeId))
    throw new RestError(400, 'ENTITY_TYPE_NOT_SUPPORTED', `Entity type "${entityTypeId}" is not supported`);
  if (!state.rows(SMART_PROCESSES).get(entityTypeId))
    throw new RestError(400, 'NOT_FOUND', 'Smart process was not found');
}

/** What the entity is called in timelines, and what the classic methods are named after. */
export function entityNameOf(entityTypeId: number): string {
  const names: Readonly<Record<number, string>> = {
    [LEAD]: 'lead',
    [DEAL]: 'deal',
    [CONTACT]: 'contact',
    [COMPANY]: 'company',
  };
  return names[entityTypeId] ?? `dynamic_${entityTypeId}`;
}

export function entityTypeNamed(name: string): number | undefined {
  const known = { lead: LEAD, deal: DEAL, contact: CONTACT, company: COMPANY }[name.toLowerCase()];
  if (known !== undefined) return known;
  const dynamic = /^dynamic_(\d+)$/i.exec(name);
  return dynamic ? Number(dynamic[1]) : undefined;
}
