import { z } from 'zod';

/** What a person is told about one variable when it cannot be used. */
export interface EnvVariable {
  readonly expected: string;
  /** The value of a secret is never printed. */
  readonly secret?: boolean;
}

export interface EnvRules {
  /** Each list is given as a whole or not at all. */
  readonly together?: readonly (readonly string[])[];
  /** A variable that makes sense only beside another one. */
  readonly requires?: Readonly<Record<string, string>>;
  /** Pairs that contradict each other: `NAME=value`, or `NAME` for any value. */
  readonly contradictions?: readonly (readonly [string, string])[];
}

export interface EnvFragment {
  readonly variables: Readonly<Record<string, EnvVariable>>;
  readonly rules: EnvRules;
}

/** Beside the schemas instead of around them: so zod itself infers what `readEnv` returns. */
export const envFragments = z.registry<EnvFragment>();

/** Variables that belong together: a zod object by their names, with a transform to what the program wants. */
export function envFragment<Schema extends z.ZodType>(
  schema: Schema,
  variables: Readonly<Record<string, EnvVariable>>,
  rules: EnvRules = {},
): Schema {
  envFragments.add(schema, { variables, rules });
  return schema;
}

/** A fragment of a single variable. The schema gets its text, or undefined when it is absent or empty. */
export function envVariable<T>(
  name: string,
  schema: z.ZodType<T, string | undefined>,
  variable: EnvVariable,
): z.ZodType<T> {
  const one = z
    .record(z.string(), z.string().optional())
    .transform((source) => source[name])
    .pipe(schema);
  return envFragment(one, { [name]: variable });
}
