import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CompanyShortName } from '@domovoy/models';
import { z } from 'zod';
import { MAX_SEEDED_CONTACTS } from './bitrix24/seed/seed-contacts.ts';
import { MAX_ACCOUNTS, MAX_ENTRANCES } from './city-plan/plan-city.ts';
import { MAX_TOKEN_LIFETIME_S } from './rosdomofon/behaviour.ts';
import type { SandboxOptions } from './sandbox.ts';

export const USAGE = `domovoy-sandbox: RosDomofon and a Bitrix24 portal to develop and test against

  --data <folder>          where everything is kept (.data/sandbox)
  --company <short name>   whose topics there are (demo)
  --group <id>             the one consumer group that may read (domovoy-demo)
  --any-group              let every consumer group read
  --seed <text>            the same seed in a new folder gives the same events and the same city
  --accounts <n>           accounts of the company, at most 100000 (5000)
  --entrances <n>          entrances of the company, at most 20000 (one for 25 accounts)
  --token-lifetime <s>     how many seconds a token of RosDomofon is good for (3600)
  --bitrix24-operator <ms> how long until an operator answers in the portal's open lines (nobody does)
  --kafka-port <n>         without a port: that of the last time, or a free one
  --bitrix24-limits <s>    on or off: whether the portal refuses what is too much (on)
  --bitrix24-contacts <n>  contacts that a new portal has, at most 200000 (none)
  --rosdomofon-port <n>
  --bitrix24-port <n>
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

const MAX_OPERATOR_MS = 3_600_000;

const count = (max: number) =>
  z.coerce.number({ error: 'expected a number' }).int().min(1).max(max).optional();

const Values = z.object({
  json: z.boolean().default(false),
  help: z.boolean().default(false),
  data: z.string().min(1).default(join('.data', 'sandbox')),
  company: CompanyShortName.default(CompanyShortName.parse('demo')),
  group: z.string().min(1).default('domovoy-demo'),
  'any-group': z.boolean().default(false),
  seed: z.string().optional(),
  accounts: count(MAX_ACCOUNTS),
  entrances: count(MAX_ENTRANCES),
  'token-lifetime': count(MAX_TOKEN_LIFETIME_S),
  'kafka-port': port,
  'rosdomofon-port': port,
  'bitrix24-port': port,
  'bitrix24-limits': z.enum(['on', 'off']).optional(),
  'bitrix24-contacts': count(MAX_SEEDED_CONTACTS),
  'bitrix24-operator': count(MAX_OPERATOR_MS),
  'control-port': port,
});

export function readCommandLine(args: readonly string[]): CommandLine {
  const parsed = Values.safeParse(valuesOf(args));
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
    );
  const { json, help, data, company, group, seed, accounts, entrances, ...rest } = parsed.data;
  const tokenLifetimeS = rest['token-lifetime'];
  return {
    json,
    help,
    options: {
      dataDir: data,
      companyShortName: company,
      groupId: group,
      seed,
      accounts,
      entrances,
      behaviour: tokenLifetimeS === undefined ? undefined : { tokenLifetimeS },
      authorizeAnyGroup: rest['any-group'],
      kafkaPort: rest['kafka-port'],
      rosdomofonPort: rest['rosdomofon-port'],
      bitrix24Port: rest['bitrix24-port'],
      bitrix24: {
        limits: rest['bitrix24-limits'],
        contacts: rest['bitrix24-contacts'],
        operatorAnswersAfterMs: rest['bitrix24-operator'],
      },
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
        accounts: text,
        entrances: text,
        'token-lifetime': text,
        'kafka-port': text,
        'rosdomofon-port': text,
        'bitrix24-port': text,
        'bitrix24-limits': text,
        'bitrix24-contacts': text,
        'bitrix24-operator': text,
        'control-port': text,
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
