import type { IntegrationProblemResolvers } from '../../types.generated.ts';
import { problemText } from '../integration-problems.ts';
import { languageOf } from '../language.ts';

export const IntegrationProblem: IntegrationProblemResolvers = {
  field: ({ path }) => path,
  message: ({ problem }, { language }) => problemText(problem, languageOf(language)),
};
