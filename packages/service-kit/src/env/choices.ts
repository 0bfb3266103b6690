import { z } from 'zod';
import { envVariable } from './env-fragment.ts';

/** One of a few words. */
export const choiceEnv = <const Choice extends string>(
  name: string,
  { choices, fallback }: { choices: readonly Choice[]; fallback: Choice },
) =>
  envVariable(
    name,
    z
      .enum(choices)
      .optional()
      .transform((choice) => choice ?? fallback),
    { expected: `one of ${choices.join(', ')}` },
  );

/** Origins of web pages, with commas between; none when absent. */
export const originsEnv = (name: string) =>
  envVariable(
    name,
    z
      .string()
      .optional()
      .transform((text) => (text ?? '').split(',').map((origin) => origin.trim()))
      .transform((origins) => origins.filter((origin) => origin !== ''))
      .pipe(z.array(z.string().refine((text) => URL.parse(text)?.origin === text))),
    { expected: 'origins like https://console.example.org, with commas between' },
  );

/** Where a file is; null when absent. */
export const fileEnv = (name: string) =>
  envVariable(
    name,
    z
      .string()
      .optional()
      .transform((path) => path ?? null),
    { expected: 'the path of a file' },
  );
