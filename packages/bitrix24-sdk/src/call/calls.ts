import type { z } from 'zod';
import type { BatchOptions, NamedCommands, OnlyKnownNames, OutcomesOf } from '../batch/outcome.ts';
import type {
  CallOptions,
  Command,
  IterateOptions,
  ListCommand,
  ListOptions,
  ListPage,
  Rows,
} from './command.ts';

/** What everything else is made of. */
export interface Bitrix24Calls {
  /** One call; resolves with `result` of the answer, as it came. */
  call(method: string, params?: object, options?: CallOptions): Promise<unknown>;
  /** One call whose `result` is checked. */
  call<Answer extends z.ZodType>(
    command: Command<Answer> & { readonly answer: Answer },
    options?: CallOptions,
  ): Promise<z.output<Answer>>;
  call(command: Command, options?: CallOptions): Promise<unknown>;

  /** One page of at most 50 rows. */
  list(method: string, params?: object, options?: ListOptions): Promise<ListPage<unknown>>;
  list<Row extends z.ZodType>(
    command: ListCommand<Row>,
    options?: ListOptions,
  ): Promise<ListPage<z.output<Row>>>;

  /** All rows in the order of ids, up to 2,500 a request, for methods that filter and sort by id. */
  iterate(method: string, params?: object, options?: IterateOptions): Rows<Readonly<Record<string, unknown>>>;
  iterate<Row extends z.ZodType>(command: ListCommand<Row>, options?: IterateOptions): Rows<z.output<Row>>;

  /**
   * Any number of commands in as few requests as limits allow. Rejects only for what was never sent; everything else
   * is in the outcome of each command, under its name or index.
   */
  batch<const Commands extends NamedCommands>(
    commands: Commands & OnlyKnownNames<Commands>,
    options?: BatchOptions,
  ): Promise<OutcomesOf<Commands>>;
  batch<const Commands extends readonly Command[]>(
    commands: Commands,
    options?: BatchOptions,
  ): Promise<OutcomesOf<Commands>>;
}
