import type { Command, Effect } from '../call/command.ts';
import { effectOf } from '../call/method-effect.ts';
import type { BatchCommand } from '../call/wire-job.ts';
import { ConfigurationError } from '../errors.ts';
import { kindOfCall } from '../limits/kind-of-call.ts';
import { encodeParams } from './encode-params.ts';
import { keyAt } from './read-batch.ts';
import type { Reference } from './reference.ts';

/** A command of the caller's batch, with what it refers to. */
export interface PlannedCommand {
  readonly name: string;
  readonly command: Command;
  readonly effect: Effect;
  readonly refersTo: ReadonlySet<string>;
}

/** All that is wrong with the commands is told before anything is sent. */
export function planCommands(commands: readonly (readonly [string, Command])[]): readonly PlannedCommand[] {
  const problems: string[] = [];
  const earlier = new Set<string>();
  const planned = commands.map(([name, command]) => {
    const refersTo = new Set<string>();
    const encoded = encodeParams(command.params ?? {}, (reference) => {
      refersTo.add(reference.name);
      return '';
    });
    for (const problem of encoded.problems ?? []) problems.push(`${name}: ${problem}`);
    for (const other of refersTo)
      if (!earlier.has(other)) problems.push(`${name}: no earlier command is named ${other}`);
    if (command.method === '' || /[?&\s]/.test(command.method)) problems.push(`${name}: expected a method`);
    if (/^batch$/i.test(command.method)) problems.push(`${name}: a batch cannot carry a batch`);
    earlier.add(name);
    return { name, command, effect: command.effect ?? effectOf(command.method), refersTo };
  });
  if (problems.length > 0) throw new ConfigurationError(`batch: ${problems.join('; ')}`);
  return planned;
}

/** The value of an earlier command's result; undefined when it is not there. */
export type KnownResult = (reference: Reference) => string | undefined;

/**
 * Commands of one HTTP request. What they refer to is either in it, and then the portal puts the value in, or known
 * from an earlier request: no reference crosses a request. A name in `missing` has a result without that place.
 */
export function writeCommands(
  chunk: readonly PlannedCommand[],
  known: KnownResult,
): { commands: readonly BatchCommand[]; missing: ReadonlySet<string> } {
  const keys = new Map(chunk.map(({ name }, index) => [name, keyAt(index)]));
  const missing = new Set<string>();
  const commands = chunk.map(({ name, command, effect }, index) => {
    const encoded = encodeParams(command.params ?? {}, (reference) => {
      const key = keys.get(reference.name);
      if (key !== undefined) return `$result[${[key, ...reference.path].join('][')}]`;
      const value = known(reference);
      if (value === undefined) missing.add(name);
      return value ?? '';
    });
    return {
      key: keyAt(index),
      method: command.method,
      kind: kindOfCall(command.method, command.params ?? {}),
      isWrite: effect !== 'read',
      query: encoded.query ?? '',
    };
  });
  return { commands, missing };
}

/** What stands at the path, as the portal would have put it in. */
export function valueAt(result: unknown, path: readonly (string | number)[]): string | undefined {
  let at = result;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  return typeof at === 'string' || typeof at === 'number' ? String(at) : undefined;
}
