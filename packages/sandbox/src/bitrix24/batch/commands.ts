import { isRecord, type Params, param } from '../transport/params.ts';

/** A map or a list: both are known (facts §15). */
export function commandsOf(params: Params): [key: string, command: string][] {
  const given = param(params, 'cmd');
  if (!isRecord(given) && !Array.isArray(given)) return [];
  return Object.entries(given).map(([key, command]) => [key, String(command)]);
}

/** `crm.contact.get?ID=1`; some clients end it with `.json`, a slash in front is harmless. */
export function methodOf(command: string): string {
  const at = command.indexOf('?');
  return (at === -1 ? command : command.slice(0, at))
    .replace(/^\//, '')
    .replace(/\.json$/, '')
    .trim();
}
