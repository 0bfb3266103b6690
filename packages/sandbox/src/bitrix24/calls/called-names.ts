import type { FastifyRequest } from 'fastify';
import { commandsOf, methodOf } from '../batch/commands.ts';
import { callPathOf } from '../transport/call-path.ts';
import { paramsOf } from '../transport/read-body.ts';

/** The pages for people are no calls: they are not struck by faults, and not on record. */
export const isForPrograms = (url: string): boolean => url.startsWith('/rest/') || url.startsWith('/oauth/');

/** What a request calls, in lower case and with a slash in front as a path: `/crm.item.add`; of a batch its commands too. */
export function calledNames(request: FastifyRequest): string[] {
  const path = (request.url.split('?')[0] ?? '').toLowerCase();
  if (!isForPrograms(path)) return [];
  if (!path.startsWith('/rest/')) return [path];
  const method = callPathOf(request.url).method.toLowerCase();
  if (method !== 'batch') return [`/${method}`];
  const commands = commandsOf(paramsOf(request.url, request.body));
  return ['/batch', ...commands.map(([, command]) => `/${methodOf(command).toLowerCase()}`)];
}
