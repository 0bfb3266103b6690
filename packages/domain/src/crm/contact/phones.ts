/** How people write a phone that is stored as 7 and ten digits: one look-up asks for all of them. */
export function phoneSpellings(phone: string): string[] {
  const digits = digitsOf(phone);
  const national = digits.length === 11 ? digits.slice(1) : digits;
  return [`+7${national}`, `7${national}`, `8${national}`, national];
}

/** 7 and ten digits, however it is written; what is no such number stays its digits. */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length === 11 && digits.startsWith('8')) return `7${digits.slice(1)}`;
  return digits.length === 10 ? `7${digits}` : digits;
}

/** Phones and mails of a contact, as the portal gives them. */
export interface MultiField {
  readonly id: number;
  readonly typeId: string;
  readonly value: string;
}

/**
 * What to write so that the contact has the phone: null when it has it in any spelling. Never a list: the portal would
 * append all of it again. Other phones stay: people added them.
 */
export function phoneDiff(
  known: readonly MultiField[],
  phone: string,
): Readonly<Record<string, { typeId: string; valueType: string; value: string }>> | null {
  const wanted = digitsOf(phone);
  const hasIt = known.some(({ typeId, value }) => typeId === 'PHONE' && digitsOf(value) === wanted);
  return hasIt ? null : { n0: { typeId: 'PHONE', valueType: 'MOBILE', value: `+${wanted}` } };
}
