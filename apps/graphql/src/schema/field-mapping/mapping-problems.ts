import type { MappingProblem as Found } from '@domovoy/domain';
import type { MappingProblem } from '../types.generated.ts';
import { upperCase } from '../values/enum-value.ts';

export const problemsShown = (problems: readonly Found[]): MappingProblem[] =>
  problems.map(({ code, path, message, severity }) => ({
    problem: code,
    field: path,
    message,
    severity: upperCase(severity),
  }));

export const mappingInvalidError = (problems: readonly Found[]) => ({
  __typename: 'MappingInvalidError' as const,
  code: 'MAPPING_INVALID' as const,
  message: 'The mapping cannot be used.',
  path: ['input', 'mapping'],
  problems: problemsShown(problems),
});
