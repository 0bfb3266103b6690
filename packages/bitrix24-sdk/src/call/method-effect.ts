import type { Effect } from './command.ts';

const READS = new Set([
  'get',
  'getlist',
  'list',
  'fields',
  'types',
  'count',
  'current',
  'info',
  'profile',
  'scope',
  'methods',
  'status',
  'time',
]);
const READ_PREFIX = /^(find|search)/;
/** Named like reads, but they take rows off a queue. */
const NO_READS = new Set(['event.offline.get']);

/** What a method does, by its name, which is written in any case (facts §12.8, §15). */
export function effectOf(method: string): Effect {
  const name = method.toLowerCase();
  if (NO_READS.has(name)) return 'creation';
  const verb = name.slice(name.lastIndexOf('.') + 1);
  return READS.has(verb) || READ_PREFIX.test(verb) ? 'read' : 'creation';
}
