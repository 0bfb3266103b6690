import type { DeliveryFilter, DeliveryRow } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import { decodeId, type NumberedType } from '../../ids/node-id.ts';
import type { DeliveryFilterInput, InputMaybe } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';
import { textValue, textValues, timeRangeValue } from '../values/filter-value.ts';
import { subjectOfId } from './subject.ts';

/** No row has it. */
const NOBODY = 0n;

export function deliveryFilter(input: InputMaybe<DeliveryFilterInput> | undefined): DeliveryFilter {
  const targetId = numberOf('DeliveryTarget', input?.targetId);
  return {
    states: input?.state?.map((state) => lowerCase(state)),
    integrationIds: targetId === undefined ? undefined : [targetId],
    kinds: textValues(input?.kind),
    subject: subjectOf(input),
    errorCodes: textValues(input?.errorCode),
    originalDeliveryId: numberOf('Delivery', input?.originalId),
    createdAt: timeRangeValue(input?.createdAt),
  };
}

const numberOf = (type: NumberedType, text: string | null | undefined): bigint | undefined =>
  text === null || text === undefined ? undefined : (decodeId(type, text) ?? NOBODY);

function subjectOf(input: InputMaybe<DeliveryFilterInput> | undefined): string | undefined {
  const [subject, aboutId] = [textValue(input?.subject), input?.aboutId ?? undefined];
  if (subject !== undefined && aboutId !== undefined)
    throw userInputError('Give either `subject` or `aboutId`.');
  // An id about whose like there is no delivery has a subject that none has.
  return aboutId === undefined ? subject : (subjectOfId(aboutId) ?? '');
}

/** The same conditions for a row that is already here, as subscriptions need them. */
export function matchesDeliveryFilter(row: DeliveryRow, filter: DeliveryFilter): boolean {
  const { subject, createdAt, originalDeliveryId } = filter;
  return (
    isOneOf(row.state, filter.states) &&
    isOneOf(row.integrationId, filter.integrationIds) &&
    isOneOf(row.kind, filter.kinds) &&
    isOneOf(row.lastErrorCode, filter.errorCodes) &&
    (subject === undefined || row.subject === subject || row.subject.startsWith(`${subject}#`)) &&
    (originalDeliveryId === undefined || row.originalDeliveryId === originalDeliveryId) &&
    (createdAt?.from === undefined || row.createdAt >= createdAt.from) &&
    (createdAt?.to === undefined || row.createdAt < createdAt.to)
  );
}

const isOneOf = <T>(value: T, values: readonly T[] | undefined): boolean =>
  values === undefined || values.includes(value);
