/** Where a call goes: by webhook `/rest/1/code/method`, by token `/rest/method`; `.json` may stand behind it. */
export interface CallPath {
  webhook: { userId: string; code: string } | null;
  method: string;
}

export function callPathOf(url: string): CallPath {
  const path = url.split('?')[0] ?? '';
  // Doubled slashes are harmless: b24jssdk makes them of a `client_endpoint`.
  const parts = path.split('/').filter(Boolean).slice(1).map(decoded);
  const [first = '', second, third] = parts;
  if (/^\d+$/.test(first) && second !== undefined)
    return { webhook: { userId: first, code: second }, method: bare(third ?? '') };
  return { webhook: null, method: bare(parts.join('/')) };
}

const bare = (method: string) => method.replace(/\.json$/, '');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
