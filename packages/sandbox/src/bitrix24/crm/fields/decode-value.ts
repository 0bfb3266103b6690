import { RestError } from '../../rest-error.ts';
import { isYes, toInt, toList, toText } from '../../transport/params.ts';
import { isoDate, isoTime, parseTime } from '../../transport/portal-time.ts';
import type { Field } from './field.ts';

/** A value as rows keep it, from whatever a client sent. Nothing, an empty text and `null` are nothing. */
export function decodeValue(field: Field, value: unknown): unknown {
  if (!field.isMultiple) return decodeOne(field, value);
  return toList(value)
    .map((one) => decodeOne(field, one))
    .filter((one) => one !== null && one !== '' && one !== 0);
}

function decodeOne(field: Field, value: unknown): unknown {
  const isNothing = value === undefined || value === null || value === '';
  switch (field.kind) {
    case 'boolean':
      return isYes(value) ? 'Y' : 'N';
    case 'number':
      return isNothing || value === false ? null : enumerated(field, toInt(value));
    case 'double':
      return isNothing ? 0 : Number(toText(value).replace(',', '.')) || 0;
    case 'date':
    case 'datetime':
      return isNothing ? null : decodeTime(field, value);
    case 'text':
    case 'multifield':
    default:
      return isNothing ? null : textOf(value);
  }
}

function decodeTime(field: Field, value: unknown): string {
  const atMs = parseTime(toText(value));
  if (atMs === null) throw notValid(field);
  return field.kind === 'date' ? isoDate(atMs) : isoTime(atMs);
}

function enumerated(field: Field, id: number): number {
  if (field.items && id !== 0 && !field.items.some(({ ID }) => Number(ID) === id)) throw notValid(field);
  return id;
}

/** A file is told by its name: nobody reads its bytes back. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0] ?? '');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : toText(value);
}

export const notValid = ({ title }: Pick<Field, 'title'>) =>
  new RestError(400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', `Неверное значение поля "${title}"`);
export const isRequired = ({ title }: Pick<Field, 'title'>) =>
  new RestError(400, 'CRM_FIELD_ERROR_REQUIRED', `Поле "${title}" обязательно для заполнения`);

export const isEmptyValue = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0);
