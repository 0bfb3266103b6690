import type { z } from 'zod';
import type { CallOptions, Command } from '../call/command.ts';
import type { Bitrix24Error } from '../errors.ts';
import type { NamesIn } from './reference.ts';

/** What became of a command; `notExecuted` is certain: it may be sent again. */
export type Outcome<Result = unknown> =
  | {
      readonly status: 'ok';
      readonly result: Result;
      readonly total: number | undefined;
      readonly next: number | undefined;
    }
  | { readonly status: 'error'; readonly error: Bitrix24Error }
  | {
      readonly status: 'notExecuted';
      /** `halted`: another command failed before it; `dependency`: the one that it refers to did not succeed. */
      readonly reason: 'halted' | 'dependency';
    };

export interface BatchOptions extends Omit<CallOptions, 'gather'> {
  /** The first failure ends all of it, later HTTP requests too. Otherwise only what refers to the failed one. */
  halt?: boolean | undefined;
}

export type OutcomeOf<C> = C extends { readonly answer: infer Answer extends z.ZodType }
  ? Outcome<z.output<Answer>>
  : Outcome;

/** Commands by name, in the order in which they are executed. */
export type NamedCommands = Readonly<Record<string, Command>>;

/** Names that are referred to and not there, as far as the compiler knows them. */
type UnknownNames<Params, Known> =
  NamesIn<Params> extends infer Name
    ? Name extends string
      ? string extends Name
        ? never
        : Exclude<Name, Known>
      : never
    : never;

/** Refuses references to names that are not there. */
export type OnlyKnownNames<C extends NamedCommands> = {
  readonly [Key in keyof C]: [UnknownNames<C[Key]['params'], keyof C>] extends [never]
    ? C[Key]
    : { readonly params: `no command is named ${UnknownNames<C[Key]['params'], keyof C>}` };
};

export type OutcomesOf<C> = { -readonly [Key in keyof C]: OutcomeOf<C[Key]> };
