import { fillText } from './message-template.ts';

export const ACCOUNT_NUMBER_FIELDS = ['signUpId', 'contract', 'phone', 'flat'] as const;

interface Asked {
  readonly rosdomofonId: bigint;
  readonly contractNumber: string | null;
  readonly phone: string;
  readonly flat: string | null;
}

/**
 * The numbers that a new account may get, the wanted one first: RosDomofon refuses one that is taken, and a contract's
 * may be.
 */
export function accountNumbers(
  { prefersContract, template }: { readonly prefersContract: boolean; readonly template: string },
  { rosdomofonId, contractNumber, phone, flat }: Asked,
): string[] {
  const facts = { signUpId: String(rosdomofonId), contract: contractNumber, phone, flat };
  const made = fillText(template, facts, ACCOUNT_NUMBER_FIELDS);
  const numbers = [
    prefersContract ? (contractNumber?.trim() ?? '') : '',
    made.kind === 'text' ? made.text : '',
    // The template may make the same of two sign-ups.
    `DV${rosdomofonId}`,
  ];
  return [...new Set(numbers)].filter((number) => number !== '');
}
