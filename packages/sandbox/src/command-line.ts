import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CompanyShortName } from '@domovoy/models';
import { z } from 'zod';
import type { SandboxOptions } from './sandbox.ts';

export const USAGE = `domovoy-sandbox: RosDomofon to develop and test against

  --data <folder>          where everything is kept (.data/sandbox)
  --company <short name>   whose topics there are (demo)
  --group <id>             the one consumer group that may read (domovoy-demo)
  --any-group              let every consumer group read
  --seed <text>            the same seed in a new folder gives the same events
  --kafka-port <n>         without a port: that of the last time, or a free one
  --rosdomofon-port <n>
  --control-port <n>
  --json                   print one line of JSON when ready, and nothing else
  --help
`;

export interface CommandLine {
  json: boolean;
  help: boolean;
  options: SandboxOptions;
}

/** Every problem of the command line, at once. */
export class UsageError extends Error {}

const port = z.coerce
  .number({ error: 'expected a number' })
  .int()
  .min(1, 'a port is a number from 1 to 65535')
  .max(65_535, 'a port is a number from 1 to 65535')
  .optional();

const Values = z.object({
  json: z.boolean().default(false),
  help: z.boolean().default(false),
  data: z.string().min(1).default(join('.data', 'sandbox')),
  company: CompanyShortName.default(CompanyShortName.parse('demo')),
  group: z.string().min(1).default('domovoy-demo'),
  'any-group': z.boolean().default(false),
  seed: z.string().optional(),
  'kafka-port': port,
  'rosdomofon-port': port,
  'control-port': port,
});

export function readCommandLine(args: readonly string[]): CommandLine {
  const parsed = Values.safeParse(valuesOf(args));
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
    );
  const { json, help, data, company, group, seed, ...rest } = parsed.data;
  return {
    json,
    help,
    options: {
      dataDir: data,
      companyShortName: company,
      groupId: group,
      seed,
      authorizeAnyGroup: rest['any-group'],
      kafkaPort: rest['kafka-port'],
      rosdomofonPort: rest['rosdomofon-port'],
      controlPort: rest['control-port'],
    },
  };
}

function valuesOf(args: readonly string[]): Record<string, unknown> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: flag,
        help: { ...flag, short: 'h' },
        data: text,
        company: text,
        group: text,
        'any-group': flag,
        seed: text,
        'kafka-port': text,
        'rosdomofon-port': text,
        'control-port': text,
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
