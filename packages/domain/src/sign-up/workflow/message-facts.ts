import { ChosenServices } from '../match/suggestion.ts';
import { fillText, type MessageFacts } from '../policy/message-template.ts';
import type { SignUpWork } from './sign-up-work.ts';

/** The text that the abonent gets; null: the policy has none. */
export function messageOf(
  { signUp, plan, policy }: SignUpWork,
  step: 'welcome' | 'refusal',
  companyName: string,
): string | null {
  const { welcome, refusal, language } = policy.rules;
  const texts = step === 'welcome' ? welcome : refusal;
  if (texts === null) return null;
  const { city, street, house, block, building, housing } = signUp;
  const houseText = [house, block, building, housing].filter(Boolean).join(' ');
  const facts: MessageFacts = {
    address: [city, street, houseText].filter(Boolean).join(', '),
    entrance: plan?.addressLine ?? null,
    city,
    street,
    house: houseText,
    flat: plan?.flat ?? signUp.flat,
    phone: signUp.phone,
    account: plan?.accountNumber ?? null,
    services: ChosenServices.catch([])
      .parse(plan?.services ?? [])
      .map(({ name }) => name)
      .join(', '),
    company: companyName,
    reason: plan?.rejectedReason ?? null,
  };
  const filled = fillText(texts[language], facts);
  return filled.kind === 'text' && filled.text !== '' ? filled.text : null;
}
