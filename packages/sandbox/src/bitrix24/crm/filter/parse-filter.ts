import { isRecord, recordOf } from '../../transport/params.ts';

export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '@' | '!@' | '%' | '!%' | '=%' | '!=%';

export interface Condition {
  operator: Operator;
  /** As the caller wrote it. */
  name: string;
  value: unknown;
}

export interface Group {
  logic: 'AND' | 'OR';
  members: (Condition | Group)[];
}

/** What callers write in front of a name; the longest first. No prefix is `=`. */
const PREFIXES: readonly (readonly [string, Operator])[] = [
  ['!=%', '!=%'],
  ['!%=', '!=%'],
  ['!=', '!='],
  ['!@', '!@'],
  ['!%', '!%'],
  ['>=', '>='],
  ['<=', '<='],
  ['=%', '=%'],
  ['%=', '=%'],
  ['=', '='],
  ['>', '>'],
  ['<', '<'],
  ['@', '@'],
  ['%', '%'],
  ['!', '!='],
];

/** `{">id": 5, "0": {"logic": "OR", "0": {…}, "1": {…}}}` */
export function parseFilter(filter: Readonly<Record<string, unknown>>, hasLogic: boolean): Group {
  const { logic } = filter;
  const group: Group = {
    logic: hasLogic && String(logic).toUpperCase() === 'OR' ? 'OR' : 'AND',
    members: [],
  };
  for (const [key, value] of Object.entries(filter)) {
    if (key === 'logic' || key === 'LOGIC') continue;
    if (/^\d+$/.test(key)) {
      if (hasLogic && (isRecord(value) || Array.isArray(value)))
        group.members.push(parseFilter(recordOf(value), true));
      continue;
    }
    const [prefix, operator] = PREFIXES.find(([text]) => key.startsWith(text)) ?? (['', '='] as const);
    group.members.push({ operator, name: key.slice(prefix.length), value });
  }
  return group;
}

export const isGroup = (member: Condition | Group): member is Group => 'members' in member;
