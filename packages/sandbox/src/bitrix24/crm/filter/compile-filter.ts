import { RestError } from '../../rest-error.ts';
import { toInt, toList, toText } from '../../transport/params.ts';
import { isoDate, isoTime, parseTime } from '../../transport/portal-time.ts';
import type { Field } from '../fields/field.ts';
import type { ItemRow, MultifieldRecord } from '../items/item-row.ts';
import { type Condition, type Group, isGroup } from './parse-filter.ts';

export type Matches = (row: ItemRow) => boolean;
type Comparable = string | number | null;

/** What a name in a filter stands for. */
export interface FilterTarget {
  field: Field;
  /** Values of a row; most fields have one. Their text is the exact one of multifields in classic filters. */
  read: (row: ItemRow) => unknown;
}

/** Null: nobody knows the name. Throws what the caller is told, or the condition is left out (facts §12, 5). */
export type FindTarget = (name: string) => FilterTarget | null;

export function compileFilter(group: Group, findTarget: FindTarget): Matches | null {
  const members = group.members.flatMap((member) => {
    const compiled = isGroup(member)
      ? compileFilter(member, findTarget)
      : compileCondition(member, findTarget);
    return compiled ? [compiled] : [];
  });
  const [only] = members;
  if (!only) return null;
  if (members.length === 1) return only;
  return group.logic === 'OR'
    ? (row) => members.some((matches) => matches(row))
    : (row) => members.every((matches) => matches(row));
}

function compileCondition({ operator, name, value }: Condition, findTarget: FindTarget): Matches | null {
  const target = findTarget(name);
  if (!target) return null;
  const { field, read } = target;
  const wanted = toList(value).map((one) => comparable(field, one));
  const isNothing = wanted.length === 0 || (wanted.length === 1 && isEmptyText(wanted[0]));
  const each = (matches: (value: Comparable) => boolean): Matches => {
    return (row) => {
      const own = read(row);
      if (Array.isArray(own)) return own.length === 0 ? matches(null) : own.some((one) => matches(kept(one)));
      return matches(kept(own));
    };
  };
  const isIn = (own: Comparable) =>
    isNothing ? isEmptyText(own) || own === 0 : wanted.some((one) => sameAs(own, one));
  const [first = null] = wanted;
  switch (operator) {
    case '=':
    case '@':
      return each(isIn);
    case '!=':
    case '!@': {
      const matches = each(isIn);
      return (row) => !matches(row);
    }
    case '>':
      return each((own) => own !== null && first !== null && own > first);
    case '>=':
      return each((own) => own !== null && first !== null && own >= first);
    case '<':
      return each((own) => own !== null && first !== null && own < first);
    case '<=':
      return each((own) => own !== null && first !== null && own <= first);
    case '%':
    case '!%':
    case '=%':
    case '!=%':
    default:
      return compileLike(operator, each, toList(value).map(toText), field);
  }
}

/** `%` looks for a part; `=%` is SQL's LIKE, in which the caller places the `%` himself. */
function compileLike(
  operator: '%' | '!%' | '=%' | '!=%',
  each: (matches: (value: Comparable) => boolean) => Matches,
  texts: readonly string[],
  field: Field,
): Matches {
  if (field.kind !== 'text' && field.kind !== 'multifield')
    throw new RestError(
      400,
      'INVALID_ARG_VALUE',
      `Invalid filter: operation is not supported for field '${field.name}'`,
    );
  const isPart = operator === '%' || operator === '!%';
  const tests = texts.map((text) => likePattern(isPart ? `%${escaped(text)}%` : text));
  const matches = each((own) => own !== null && tests.some((test) => test.test(String(own))));
  return operator.startsWith('!') ? (row) => !matches(row) : matches;
}

const escaped = (text: string) => text.replaceAll('%', '\\%').replaceAll('_', '\\_');

function likePattern(text: string): RegExp {
  const source = text.replaceAll(/\\([%_])|[%_]|[$()*+.?[\\\]^{|}]/g, (found, literal?: string) => {
    if (literal) return literal;
    if (found === '%') return '.*';
    return found === '_' ? '.' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'isu');
}

/** A wanted value, as rows keep it. What is no number is 0, as in PHP: a reference that led nowhere begins anew. */
function comparable(field: Field, value: unknown): Comparable {
  if (value === null || value === undefined || value === '') return null;
  switch (field.kind) {
    case 'number':
      return toInt(value);
    case 'double':
      return Number(value) || 0;
    case 'boolean':
      return value === true || value === 1 || value === '1' || value === 'Y' ? 'Y' : 'N';
    case 'date':
    case 'datetime': {
      const atMs = parseTime(toText(value));
      if (atMs === null)
        throw new RestError(
          400,
          'INVALID_ARG_VALUE',
          `Invalid filter: field '${field.name}' has invalid value`,
        );
      return field.kind === 'date' ? isoDate(atMs) : isoTime(atMs);
    }
    case 'text':
    case 'multifield':
    default:
      return toText(value);
  }
}

const kept = (value: unknown): Comparable => {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === null || value === undefined) return null;
  return (value as MultifieldRecord).value ?? null;
};

const isEmptyText = (value: Comparable | undefined) => value === null || value === '' || value === undefined;

/** Texts are compared as MySQL does it: letters of either case are the same. */
function sameAs(own: Comparable, wanted: Comparable): boolean {
  if (own === wanted) return true;
  return typeof own === 'string' && typeof wanted === 'string' && own.toLowerCase() === wanted.toLowerCase();
}
