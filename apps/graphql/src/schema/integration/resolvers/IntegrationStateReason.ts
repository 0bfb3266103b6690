import { troubleText } from '@domovoy/domain';
import type { IntegrationStateReasonResolvers } from '../../types.generated.ts';
import { languageOf } from '../language.ts';

export const IntegrationStateReason: IntegrationStateReasonResolvers = {
  message: ({ code, words }, { language }) => troubleText(code, languageOf(language)) ?? words,
};
