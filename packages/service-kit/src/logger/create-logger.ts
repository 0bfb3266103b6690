import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from '../env/fragments.ts';
import { serializeError } from './serialize-error.ts';

/** What the product's code may do with a logger: no pino type above this package. */
export interface Logger {
  debug(fields: Readonly<Record<string, unknown>>, message?: string): void;
  info(fields: Readonly<Record<string, unknown>>, message?: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message?: string): void;
  error(fields: Readonly<Record<string, unknown>>, message?: string): void;
  fatal(fields: Readonly<Record<string, unknown>>, message?: string): void;
  child(fields: Readonly<Record<string, unknown>>): Logger;
}

const SECRET_NAMES = [
  'password',
  'passwd',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'secrets',
  'apiKey',
  'authorization',
  'Authorization',
  'cookie',
  'phone',
  'saslPassword',
  'databaseUrl',
];
// pino's wildcard stands for one level; nothing that is logged on purpose is deeper than three.
const REDACTED_PATHS = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);

/** JSON lines on stdout (or `destination`), one per call; `err` and `error` are serialised without SQL parameters. */
export function createLogger(
  options: { name: string; level: LogLevel },
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
      redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
      serializers: { err: serializeError, error: serializeError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      base: { pid: process.pid },
    },
    destination,
  );
}
