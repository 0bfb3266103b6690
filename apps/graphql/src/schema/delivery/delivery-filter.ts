import type { DeliveryFilter, DeliveryRow } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import { decodeId, type NumberedType } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';
import type { DeliveryFilterInput, InputMaybe } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';
import { textValue, textValues, timeRangeValue } from '../values/filter-value.ts';
import { filterAbout } from './about/filter-about.ts';

/** No row has it. */
const NOBODY = 0n;

export async function deliveryFilter(
  loaders: Loaders,
  input: InputMaybe<DeliveryFilterInput> | undefined,
): Promise<DeliveryFilter> {
  const targetId = numberOf('DeliveryTarget', input?.targetId);
  return {
    states: input?.state?.map((state) => lowerCase(state)),
    integrationIds: targetId === undefined ? undefined : [targetId],
    kinds: textValues(input?.kind),
    ...(await subjectsOf(loaders, input)),
    errorCodes: textValues(input?.errorCode),
    originalDeliveryId: numberOf('Delivery', input?.originalId),
    createdAt: timeRangeValue(input?.createdAt),
  };
}

const numberOf = (type: NumberedType, text: string | null | undefined): bigint | undefined =>
  text === null || text === undefined ? undefined : (decodeId(type, text) ?? NOBODY);

async function subjectsOf(
  loaders: Loaders,
  input: InputMaybe<DeliveryFilterInput> | undefined,
): Promise<Pick<DeliveryFilter, 'subjects' | 'payload' | 'keys'>> {
  const [subject, aboutId] = [textValue(input?.subject), input?.aboutId ?? undefined];
  if (subject !== undefined && aboutId !== undefined)
    throw userInputError('Give either `subject` or `aboutId`.');
  if (aboutId !== undefined) return filterAbout(loaders, aboutId);
  return subject === undefined ? {} : { subjects: [subject] };
}

/** The same conditions for a row that is already here, as subscriptions need them. */
export function matchesDeliveryFilter(row: DeliveryRow, filter: DeliveryFilter): boolean {
  const { subjects, payload, keys, createdAt, originalDeliveryId } = filter;
  return (
    isOneOf(row.state, filter.states) &&
    isOneOf(row.integrationId, filter.integrationIds) &&
    isOneOf(row.kind, filter.kinds) &&
    isOneOf(row.lastErrorCode, filter.errorCodes) &&
    (subjects === undefined || subjects.some((subject) => isAbout(row, subject))) &&
    (payload === undefined || hasMembers(row.payload, payload)) &&
    (keys === undefined || (row.kind === keys.kind && row.dedupeKey.startsWith(keys.keyPrefix))) &&
    (originalDeliveryId === undefined || row.originalDeliveryId === originalDeliveryId) &&
    (createdAt?.from === undefined || row.createdAt >= createdAt.from) &&
    (createdAt?.to === undefined || row.createdAt < createdAt.to)
  );
}

const isOneOf = <T>(value: T, values: readonly T[] | undefined): boolean =>
  values === undefined || values.includes(value);

const isAbout = (row: DeliveryRow, subject: string): boolean =>
  row.subject === subject || row.subject.startsWith(`${subject}#`);

const hasMembers = (payload: unknown, members: Readonly<Record<string, string>>): boolean =>
  typeof payload === 'object' &&
  payload !== null &&
  Object.entries(members).every(([name, value]) => Reflect.get(payload, name) === value);
