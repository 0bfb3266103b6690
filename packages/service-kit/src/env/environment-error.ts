/** One thing that is wrong with the environment, in words for the person who sets it. Never the value of a secret. */
export interface EnvironmentProblem {
  readonly variable: string;
  readonly problem: string;
  readonly expected: string;
}

/** The environment of the process cannot be used. Carries every problem, so that they are mended in one go. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code = 'ENVIRONMENT_INVALID';
  readonly retryable = false;
  readonly problems: readonly EnvironmentProblem[];

  constructor(problems: readonly EnvironmentProblem[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    const lines = problems.map(
      ({ variable, problem, expected }) => `  ${variable} ${problem}; expected ${expected}`,
    );
    super(`The environment has ${count}:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
