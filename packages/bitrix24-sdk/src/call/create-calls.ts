import { runBatch } from '../batch/batch.ts';
import type { BatchOptions, NamedCommands, Outcome } from '../batch/outcome.ts';
import { ConfigurationError } from '../errors.ts';
import { iterateRows } from '../list/iterate.ts';
import { listPage } from '../list/list.ts';
import type { Bitrix24Calls } from './calls.ts';
import type { CallOptions, Command, IterateOptions, ListCommand, ListOptions } from './command.ts';
import { effectOf } from './method-effect.ts';
import { readResult } from './read-result.ts';
import type { Runner } from './runner.ts';

type Given = string | { readonly method: string; readonly params?: object | undefined };

/** The calls that everything else is made of. */
export function createCalls(runner: Runner): Bitrix24Calls {
  const calls = {
    async call(given: string | Command, ...rest: unknown[]) {
      const { command, options } = sorted(given, rest) as Sorted<Command, CallOptions>;
      const { method, params = {}, effect = effectOf(method) } = command;
      return runner.single(method, params, effect, options, ({ result }, call) =>
        readResult(result, command, call, call.effect),
      );
    },
    async list(given: string | ListCommand, ...rest: unknown[]) {
      const { command, options } = sorted(given, rest) as Sorted<ListCommand, ListOptions>;
      return listPage(command, options, runner);
    },
    iterate(given: string | ListCommand, ...rest: unknown[]) {
      const { command, options } = sorted(given, rest) as Sorted<ListCommand, IterateOptions>;
      return iterateRows(command, options, runner);
    },
    async batch(commands: NamedCommands | readonly Command[], options: BatchOptions = {}) {
      const named = Object.entries(commands);
      const outcomes = await runBatch(named, options, runner);
      const inOrder: [string, Outcome | undefined][] = named.map(([name]) => [name, outcomes.get(name)]);
      return Array.isArray(commands) ? inOrder.map(([, outcome]) => outcome) : Object.fromEntries(inOrder);
    },
  };
  // The overloads say more than one signature can.
  return calls as unknown as Bitrix24Calls;
}

interface Sorted<C, Options> {
  readonly command: C;
  readonly options: Options;
}

/** `(method, params, options)` or `(command, options)`. */
function sorted(given: Given, rest: readonly unknown[]): Sorted<object, unknown> {
  const [command, options] =
    typeof given === 'string' ? [{ method: given, params: rest[0] }, rest[1]] : [given, rest[0]];
  // A method is a part of the address.
  if (!/^[\w.-]+$/.test(command.method))
    throw new ConfigurationError('expected a method such as crm.item.add');
  return { command, options: options ?? {} };
}
