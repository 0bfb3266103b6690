import { parseArgs } from 'node:util';
import { DEFAULT_DATA_DIR } from './demo-command.ts';

const ROLES = ['owner', 'manager', 'agent', 'engineer', 'viewer'] as const;
type Role = (typeof ROLES)[number];

interface Common {
  dataDir: string;
  isJson: boolean;
}

export type Command = Common &
  (
    | { name: 'dev'; port?: string | undefined }
    | { name: 'migrate' }
    | {
        name: 'demo events';
        signUps: number;
        messages: number;
        seed?: string | undefined;
        isAllowedElsewhere: boolean;
      }
    | { name: 'keys create'; company: string; keyName: string }
    | { name: 'keys rotate-encryption' }
    | { name: 'person create'; company: string; email: string; personName?: string | undefined; role: Role }
    | { name: 'person reset-password'; email: string }
    | { name: 'person unlink-identity'; email: string }
    | { name: 'import cancel'; company?: string | undefined; run: bigint }
    | {
        name: 'import';
        company?: string | undefined;
        account?: string | undefined;
        isWaiting: boolean;
        isDryRun: boolean;
      }
    | { name: 'help' }
  );

/** The command line cannot be understood: usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const COMMON = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const OPTIONS = {
  dev: { port: { type: 'string' } },
  migrate: {},
  'demo events': {
    'sign-ups': { type: 'string' },
    messages: { type: 'string' },
    seed: { type: 'string' },
    elsewhere: { type: 'boolean' },
  },
  'keys create': { company: { type: 'string' }, name: { type: 'string' } },
  'keys rotate-encryption': {},
  'person create': {
    company: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
  },
  'person reset-password': { email: { type: 'string' } },
  'person unlink-identity': { email: { type: 'string' } },
  import: { company: { type: 'string' }, wait: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  'import account': { company: { type: 'string' } },
  'import cancel': { company: { type: 'string' } },
  help: {},
} as const;

type CommandName = keyof typeof OPTIONS;

export function parseCommand(args: readonly string[]): Command {
  const firstOption = args.findIndex((arg) => arg.startsWith('-'));
  const words = firstOption === -1 ? args : args.slice(0, firstOption);
  const { name, operand } = readWords(words);
  const values = parseOptions(name, args.slice(words.length));
  const common = { dataDir: textOf(values, 'data') ?? DEFAULT_DATA_DIR, isJson: values['json'] === true };
  return READERS[values['help'] === true ? 'help' : name](values, common, operand);
}

/** The commands that act on something which is named behind them. */
const OPERANDS: Partial<Record<CommandName, string>> = {
  'import account': 'the number of an account',
  'import cancel': 'the number of a run',
};

function readWords(words: readonly string[]): { name: CommandName; operand: string } {
  const [name, ...operands] = [words.slice(0, 2).join(' ') || 'help', ...words.slice(2)];
  const known = isCommandName(name);
  const expected = known ? OPERANDS[name] : undefined;
  if (!known || (expected === undefined && operands.length > 0))
    throw new UsageError(`There is no command "${words.join(' ')}".`);
  const [operand = '', ...others] = operands;
  if (expected !== undefined && (operand === '' || others.length > 0))
    throw new UsageError(`Behind "${name}" stands ${expected}, and nothing else.`);
  return { name, operand };
}

const READERS: Readonly<Record<CommandName, (values: Values, common: Common, operand: string) => Command>> = {
  help: (_, common) => ({ ...common, name: 'help' }),
  migrate: (_, common) => ({ ...common, name: 'migrate' }),
  dev: (values, common) => ({ ...common, name: 'dev', port: textOf(values, 'port') }),
  'demo events': (values, common) => ({
    ...common,
    name: 'demo events',
    signUps: countOf(values, 'sign-ups', 10),
    messages: countOf(values, 'messages', 50),
    seed: textOf(values, 'seed'),
    isAllowedElsewhere: values['elsewhere'] === true,
  }),
  'keys create': (values, common) => ({
    ...common,
    name: 'keys create',
    company: required(values, 'company'),
    keyName: required(values, 'name'),
  }),
  'keys rotate-encryption': (_, common) => ({ ...common, name: 'keys rotate-encryption' }),
  'person create': (values, common) => ({
    ...common,
    name: 'person create',
    company: required(values, 'company'),
    email: required(values, 'email'),
    personName: textOf(values, 'name'),
    role: roleOf(values),
  }),
  'person reset-password': (values, common) => ({
    ...common,
    name: 'person reset-password',
    email: required(values, 'email'),
  }),
  'person unlink-identity': (values, common) => ({
    ...common,
    name: 'person unlink-identity',
    email: required(values, 'email'),
  }),
  import: (values, common) => ({
    ...common,
    name: 'import',
    company: textOf(values, 'company'),
    isWaiting: values['wait'] === true,
    isDryRun: values['dry-run'] === true,
  }),
  'import account': (values, common, account) => ({
    ...common,
    name: 'import',
    company: textOf(values, 'company'),
    account,
    isWaiting: true,
    isDryRun: false,
  }),
  'import cancel': (values, common, run) => {
    if (!/^\d{1,18}$/.test(run)) throw new UsageError(`"${run}" is no number of a run.`);
    return { ...common, name: 'import cancel', company: textOf(values, 'company'), run: BigInt(run) };
  },
};

type Values = Readonly<Record<string, unknown>>;

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(OPTIONS, name);
}

function parseOptions(name: CommandName, args: string[]): Values {
  try {
    return parseArgs({
      args,
      options: { ...COMMON, ...OPTIONS[name] },
      strict: true,
      allowPositionals: false,
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function required(values: Values, name: string): string {
  const value = textOf(values, name);
  if (!value) throw new UsageError(`--${name} is missing.`);
  return value;
}

function roleOf(values: Values): Role {
  const text = textOf(values, 'role') ?? 'owner';
  const role = ROLES.find((one) => one === text);
  if (role === undefined) throw new UsageError(`--role is "${text}": expected one of ${ROLES.join(', ')}.`);
  return role;
}

function countOf(values: Values, name: string, otherwise: number): number {
  const text = textOf(values, name);
  if (text === undefined) return otherwise;
  if (!/^\d{1,7}$/.test(text))
    throw new UsageError(`--${name} is "${text}": expected a number from 0 to 9999999.`);
  return Number(text);
}
