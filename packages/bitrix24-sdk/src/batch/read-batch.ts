import { z } from 'zod';
import { errorOf } from '../call/classify-error.ts';
import { type Answer, PhpMap, readErrorWords, readTime } from '../call/envelope.ts';
import { type Bitrix24Error, ResponseValidationError } from '../errors.ts';
import type { Redactor } from '../redact.ts';

/** What an HTTP batch says about one of its commands. */
export type WireOutcome =
  | { readonly status: 'ok'; readonly answer: Answer }
  | { readonly status: 'error'; readonly error: Bitrix24Error }
  /** In no section: not executed, if one before it has failed and `halt` was on; otherwise nobody knows. */
  | { readonly status: 'missing' };

const Batch = z.looseObject({
  result: PhpMap,
  result_error: PhpMap,
  result_total: PhpMap,
  result_next: PhpMap,
  result_time: PhpMap,
});

export interface SentCommand {
  readonly key: string;
  readonly method: string;
  readonly attempt: number;
  readonly isWrite: boolean;
}

interface Context {
  redact: Redactor;
  now: () => number;
}

/** The outcomes in the order of the commands; nothing when it is no answer of a batch. */
export function readBatch(
  { result }: Answer,
  commands: readonly SentCommand[],
  { redact, now }: Context,
): readonly WireOutcome[] | undefined {
  const read = Batch.safeParse(result);
  if (!read.success) return undefined;
  const sections = read.data;
  return commands.map(({ key, isWrite, ...call }) => {
    if (Object.hasOwn(sections.result_error, key)) {
      const words = readErrorWords(sections.result_error[key]) ?? { apiCode: '', description: '' };
      return { status: 'error', error: errorOf(words, { call, redact, isWrite }) };
    }
    if (!Object.hasOwn(sections.result, key)) return { status: 'missing' };
    const time = readTime(sections.result_time[key], now);
    const number = (section: Record<string, unknown>) =>
      section[key] === undefined ? undefined : Number(section[key]);
    const total = number(sections.result_total);
    const next = number(sections.result_next);
    return { status: 'ok', answer: { result: sections.result[key], total, next, time } };
  });
}

/** The batch ran, and says nothing about this command. */
export const missingOutcome = ({ method, attempt, isWrite }: Omit<SentCommand, 'key'>) =>
  new ResponseValidationError('the batch says nothing about this command', {
    call: { method, attempt },
    isJson: false,
    unknownOutcome: isWrite,
  });

/** `c00`, `c01` …: keys that nobody puts into another order (facts §12.9). */
export const keyAt = (index: number): string => `c${String(index).padStart(2, '0')}`;
