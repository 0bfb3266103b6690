import { CRM_METHODS } from './crm/crm-methods.ts';
import { EVENT_METHODS } from './events/methods/index.ts';
import { OFFLINE_QUEUE_METHODS } from './offline-queue/methods.ts';
import { OPEN_LINE_METHODS } from './open-lines/methods/index.ts';
import type { PortalMethod } from './portal-method.ts';
import { SYSTEM_METHODS } from './system/system-methods.ts';

/** Every method of the portal but `batch`. One line for each group. */
const METHODS: readonly PortalMethod[] = [
  ...SYSTEM_METHODS,
  ...CRM_METHODS,
  ...EVENT_METHODS,
  ...OFFLINE_QUEUE_METHODS,
  ...OPEN_LINE_METHODS,
];

const byName = new Map(METHODS.map((method) => [method.name.toLowerCase(), method]));

/** In whatever case the caller writes it (facts §15). */
export const methodNamed = (name: string): PortalMethod | undefined => byName.get(name.toLowerCase());
