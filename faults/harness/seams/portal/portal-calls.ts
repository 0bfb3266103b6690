/** A call that a request carries, alone or as a command of a batch. */
export interface PortalCall {
  /** `crm.item.add 2`, `crm.timeline.comment.add deal`; without a second word where it is about no kind of entity. */
  readonly name: string;
  /** Of the command in its batch; null: it is no batch. */
  readonly key: string | null;
}

interface Body {
  readonly cmd?: Readonly<Record<string, string>> | readonly string[];
  readonly entityTypeId?: number;
  readonly fields?: { readonly ENTITY_TYPE?: string };
}

const WRITES = /\.(add|update|set|delete|register|activate|bind|messages|delivery)\b/;
/** What the hub finds by them it does not make again. */
const LOOKS =
  /^(crm\.duplicate\.findbycomm|crm\.item\.list|crm\.timeline\.comment\.list|catalog\.(product|price)\.list)/;

export const isWrite = ({ name }: PortalCall): boolean => WRITES.test(name);
const isLook = ({ name }: PortalCall): boolean => LOOKS.test(name);

export function callsOf(url: string, body: string): PortalCall[] {
  const path = url.split('?')[0] ?? '';
  if (!path.startsWith('/rest/')) return [];
  const method =
    path
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.json$/, '') ?? '';
  const given = (body.startsWith('{') ? JSON.parse(body) : {}) as Body;
  if (method !== 'batch')
    return [{ key: null, name: named(method, given.entityTypeId ?? given.fields?.ENTITY_TYPE) }];
  return Object.entries(given.cmd ?? {}).map(([key, command]) => {
    const [called = '', query = ''] = command.split('?');
    const params = new URLSearchParams(query);
    return { key, name: named(called, params.get('entityTypeId') ?? params.get('fields[ENTITY_TYPE]')) };
  });
}

const named = (method: string, about: string | number | null | undefined): string =>
  [method, about].filter(Boolean).join(' ');

/** The answer as it is when all looks of the request find nothing. */
export function emptied(answer: Buffer, calls: readonly PortalCall[]): Buffer {
  const looks = calls.filter(isLook);
  if (looks.length === 0) return answer;
  const body = JSON.parse(answer.toString()) as { result?: unknown };
  const inBatch = (body.result as { result?: unknown } | undefined)?.result;
  for (const { key } of looks)
    if (key === null) body.result = nothing(body.result);
    else if (isRecord(inBatch) && key in inBatch) inBatch[key] = nothing(inBatch[key]);
  return Buffer.from(JSON.stringify(body));
}

/** A list without its rows, however it is wrapped. */
function nothing(result: unknown): unknown {
  if (Array.isArray(result)) return [];
  if (!isRecord(result)) return result;
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
