/**
 * The path of the first text (or name) that holds U+0000, if any. JSON may carry it, Postgres refuses it: one
 * such text would fail its whole chunk for ever.
 */
export function findNul(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path || 'the value' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (name.includes('\0')) return `${path || 'the value'} (a name)`;
    const found = findNul(member, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
