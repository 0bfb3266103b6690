import { healthWords } from '@domovoy/domain';
import { languageOf } from '../../integration/language.ts';
import type { HealthPartResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const HealthPart: HealthPartResolvers = {
  subject: ({ subject }) => upperCase(subject),
  integration: ({ integrationId }, _args, { loaders }) =>
    integrationId === null ? null : loaders.integrations.load(integrationId),
  state: ({ state }) => upperCase(state),
  code: ({ code }) => code,
  cause: ({ cause }) => cause,
  since: ({ since }) => since,
  message: ({ code }, { language }) => healthWords(code, languageOf(language)).message,
  advice: ({ code }, { language }) => healthWords(code, languageOf(language)).advice,
};
