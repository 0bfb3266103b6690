import { userInputError } from '../../errors/public-error.ts';
import { textValue } from '../values/filter-value.ts';

const MAX_REASON = 500;
const MAX_NUMBER = 100;

/** Why something is done, in a person's words. */
export function reasonOf(text: string | null | undefined): string | null {
  const reason = textValue(text)?.trim() ?? '';
  if (reason.length > MAX_REASON)
    throw userInputError(`\`reason\` may have ${MAX_REASON} characters at most.`);
  return reason === '' ? null : reason;
}

/** An account's number as the billing writes it. */
export function accountNumberOf(text: string): string {
  const number = textValue(text) ?? '';
  if (number.trim() === '' || number.length > MAX_NUMBER)
    throw userInputError(`\`number\` has 1 to ${MAX_NUMBER} characters.`);
  return number;
}

const MAX_FLAT = 999_999;

/** A flat's number as RosDomofon takes it. */
export function flatNumberOf(number: number): string {
  if (number < 1 || number > MAX_FLAT)
    throw userInputError(`\`flatNumber\` has to be from 1 to ${MAX_FLAT}.`);
  return String(number);
}
