import { z } from 'zod';
import { type EnvRules, envFragments } from './env-fragment.ts';
import { EnvironmentError, type EnvironmentProblem } from './environment-error.ts';

export type EnvSource = Readonly<Record<string, string | undefined>>;

/**
 * Reads the fragments of `shape` from `source`. An empty or blank variable counts as absent.
 *
 * @throws EnvironmentError with every problem of every fragment.
 */
export function readEnv<const Shape extends Readonly<Record<string, z.ZodType>>>(
  shape: Shape,
  source: EnvSource,
  rules: EnvRules = {},
): z.output<z.ZodObject<Shape>> {
  const given = withoutBlanks(source);
  const result = z.object(shape).safeParse(Object.fromEntries(Object.keys(shape).map((key) => [key, given])));

  const problems = (result.error?.issues ?? []).map((issue) => problemOf(issue, shape, given));
  for (const fragment of [...Object.values(shape).map((schema) => envFragments.get(schema)?.rules), rules])
    if (fragment) problems.push(...brokenRules(fragment, given));
  if (result.error || problems.length > 0) throw new EnvironmentError(oneOfEach(problems));
  return result.data;
}

function withoutBlanks(source: EnvSource): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(source)) {
    const text = value?.trim();
    if (text) given[name] = text;
  }
  return given;
}

function problemOf(
  issue: z.core.$ZodIssue,
  shape: Readonly<Record<string, z.ZodType>>,
  given: Readonly<Record<string, string>>,
): EnvironmentProblem {
  const [key, name] = issue.path.map(String);
  const schema = shape[key ?? ''];
  const variables = (schema && envFragments.get(schema)?.variables) ?? {};
  const variable = name ?? Object.keys(variables)[0] ?? String(key);
  const { expected = 'another value', secret = false } = variables[variable] ?? {};
  const text = given[variable];
  if (text === undefined) return { variable, problem: 'is missing', expected };
  if (secret) return { variable, problem: 'has a value that cannot be used', expected };
  const why = issue.code === 'custom' ? ` (${issue.message})` : '';
  return { variable, problem: `is ${JSON.stringify(text)}${why}`, expected };
}

function brokenRules(rules: EnvRules, given: Readonly<Record<string, string>>): EnvironmentProblem[] {
  const problems: EnvironmentProblem[] = [];
  const halfGiven = (group: readonly string[]) => {
    const present = group.filter((name) => name in given);
    for (const variable of group)
      if (!(variable in given))
        problems.push({
          variable,
          problem: `is missing, but ${present.join(' and ')} is given`,
          expected: `${group.join(' and ')} together, or none of them`,
        });
  };
  for (const group of rules.together ?? []) if (group.some((name) => name in given)) halfGiven(group);
  for (const [name, other] of Object.entries(rules.requires ?? {}))
    if (name in given) halfGiven([other, name]);
  for (const [first, second] of rules.contradictions ?? [])
    if (holds(first, given) && holds(second, given))
      problems.push({
        variable: first.split('=', 1).join(),
        problem: `contradicts ${second}`,
        expected: `either ${first} or ${second}, not both`,
      });
  return problems;
}

function holds(condition: string, given: Readonly<Record<string, string>>): boolean {
  const [name = '', value] = condition.split('=');
  return value === undefined ? name in given : given[name] === value;
}

/** A variable may be missing for itself and again for its group: the first sentence is enough. */
function oneOfEach(problems: readonly EnvironmentProblem[]): EnvironmentProblem[] {
  return problems.filter(
    ({ variable }, index) => problems.findIndex((p) => p.variable === variable) === index,
  );
}
