import { z } from 'zod';
import { envFragment, envVariable } from './env-fragment.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** `LOG_LEVEL`, `info` when absent. */
export const logEnv = () =>
  envFragment(
    z
      .object({ LOG_LEVEL: z.enum(LOG_LEVELS).default('info') })
      .transform((env) => ({ level: env.LOG_LEVEL })),
    { LOG_LEVEL: { expected: `one of ${LOG_LEVELS.join(', ')}` } },
  );

const isPostgresUrl = (text: string) => {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '';
};

/** `DATABASE_URL`. Counts as a secret, because it carries the password. */
export const databaseEnv = () =>
  envFragment(
    z
      .object({ DATABASE_URL: z.string().refine(isPostgresUrl) })
      .transform((env) => ({ url: env.DATABASE_URL })),
    { DATABASE_URL: { expected: 'postgres://user:password@host:5432/database', secret: true } },
  );

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));
const aboutPort = { expected: 'a port number from 0 (the system chooses) to 65535' };
const aboutHost = { expected: 'an address to listen on, like 127.0.0.1 or 0.0.0.0' };
const loopback = z.string().default('127.0.0.1');

/** `PORT` and `HOST` of a process that serves HTTP. */
export const httpEnv = ({ defaultPort }: { defaultPort: number }) =>
  envFragment(
    z
      .object({ PORT: port.optional(), HOST: loopback })
      .transform((env) => ({ port: env.PORT ?? defaultPort, host: env.HOST })),
    { PORT: aboutPort, HOST: aboutHost },
  );

/** `HEALTH_PORT` and `HEALTH_HOST` of a process that serves nothing but its health. */
export const healthEnv = ({ defaultPort }: { defaultPort: number }) =>
  envFragment(
    z
      .object({ HEALTH_PORT: port.optional(), HEALTH_HOST: loopback })
      .transform((env) => ({ port: env.HEALTH_PORT ?? defaultPort, host: env.HEALTH_HOST })),
    { HEALTH_PORT: aboutPort, HEALTH_HOST: aboutHost },
  );

/** A 32-byte key as base64; null when absent. */
export const secretKeyEnv = (name: string) =>
  envVariable(
    name,
    z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/)
      .transform((text) => Buffer.from(text, 'base64'))
      .optional()
      .transform((key) => key ?? null),
    { expected: '32 random bytes as base64 (openssl rand -base64 32)', secret: true },
  );

/** A whole number within limits, such as a duration whose unit stands in the name (`…_MS`). */
export const numberEnv = (
  name: string,
  { fallback, min, max, expected }: { fallback: number; min: number; max: number; expected: string },
) =>
  envVariable(
    name,
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max))
      .optional()
      .transform((value) => value ?? fallback),
    { expected: `${expected}, from ${min} to ${max}` },
  );

/** Where others reach something of ours, without a slash at its end; null when absent. */
export const publicUrlEnv = (name: string) =>
  envVariable(
    name,
    z
      .url({ protocol: /^https?$/ })
      .transform((text) => text.replace(/\/+$/, ''))
      .optional()
      .transform((url) => url ?? null),
    { expected: 'a public address like https://hooks.example.org' },
  );
