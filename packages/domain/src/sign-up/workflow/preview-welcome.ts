import type { Store } from '@domovoy/store';
import { type FilledText, previewMessage } from '../policy/message-template.ts';
import { messageOf } from './message-facts.ts';
import { loadSignUpWork } from './sign-up-work.ts';

/** How a welcome will read: to the abonent of a sign-up, or to one who does not exist. */
export async function previewWelcome(
  store: Store,
  { companyId, text, signUpId }: { companyId: bigint; text: string; signUpId: bigint | null },
): Promise<FilledText | { readonly kind: 'not-found' }> {
  const example = previewMessage(text);
  if (signUpId === null || example.kind === 'unknown-fields') return example;
  const [work, company] = await Promise.all([
    loadSignUpWork(store, { companyId, signUpId }),
    store.company(companyId).loadCompany(),
  ]);
  if (work === null || company === null) return { kind: 'not-found' };
  const rules = { ...work.policy.rules, welcome: { ru: text, en: text } };
  const policy = { ...work.policy, rules };
  return { kind: 'text', text: messageOf({ ...work, policy }, 'welcome', company.name) ?? '' };
}
