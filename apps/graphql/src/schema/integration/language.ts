import type { Language as DomainLanguage } from '@domovoy/domain';
import type { Language } from '../types.generated.ts';
import { lowerCase } from '../values/enum-value.ts';

/** English, when nobody says otherwise. */
export const languageOf = (given: Language | null | undefined): DomainLanguage =>
  given ? lowerCase(given) : 'en';
