import { z } from 'zod';
import { renderMirror } from './mirror-line.ts';
import type { Palette } from './palette.ts';

const ErrorFields = z.looseObject({ code: z.string().optional(), message: z.string().optional() });

/** A line as service-kit's logger writes it. */
const LogLine = z.looseObject({
  level: z.union([z.string(), z.number()]),
  time: z.union([z.string(), z.number()]).optional(),
  msg: z.string().optional(),
  event: z.string().optional(),
  topic: z.string().optional(),
  err: ErrorFields.optional(),
});
export type LogLine = z.infer<typeof LogLine>;

const IntakeLine = z.looseObject({
  event: z.literal('intake'),
  kind: z.string(),
  topic: z.string(),
  partition: z.number(),
  fresh: z.number(),
  dead: z.number().default(0),
  count: z.number(),
});

const KIND_LABELS: Readonly<Record<string, string>> = {
  'sign-up': 'sign-ups',
  'network-sign-up': 'network sign-ups',
  'incoming-message': 'messages in',
  'outgoing-message': 'messages out',
};

export type Severity = 'info' | 'warn' | 'error';

export function parseLogLine(text: string): LogLine | null {
  if (!text.startsWith('{')) return null;
  try {
    const parsed = LogLine.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Levels as words, or as pino's numbers. */
export function severityOf({ level }: LogLine): Severity {
  if (level === 'warn' || level === 40) return 'warn';
  if (level === 'error' || level === 'fatal' || (typeof level === 'number' && level >= 50)) return 'error';
  return 'info';
}

/** `12:03:11  consumer  sign-ups +3  SIGN_UPS_demo/0` */
export function renderLogLine(part: string, line: LogLine, palette: Palette): string {
  const severity = severityOf(line);
  const paint = severity === 'error' ? palette.red : severity === 'warn' ? palette.yellow : plain;
  const text = renderIntake(line, palette) ?? renderMirror(line) ?? paint(messageOf(line));
  return `${palette.dim(clock(line.time))}  ${part.padEnd(8)}  ${text}`;
}

/** What a part said that is no log line: a stack, or a library's complaint. */
export function renderPlainLine(part: string, text: string, now: Date, palette: Palette): string {
  return `${palette.dim(clock(now.getTime()))}  ${part.padEnd(8)}  ${text}`;
}

function renderIntake(line: LogLine, palette: Palette): string | null {
  const parsed = IntakeLine.safeParse(line);
  if (!parsed.success) return null;
  const { kind, topic, partition, fresh, dead, count } = parsed.data;
  const label = `${KIND_LABELS[kind] ?? kind} +${fresh}`.padEnd(22);
  const repeats = count - fresh - dead;
  const notes = [
    repeats > 0 ? palette.dim(`${repeats} seen before`) : '',
    dead > 0 ? palette.red(`${dead} unreadable, kept as dead events`) : '',
  ].filter(Boolean);
  const where = palette.dim(`${topic}/${partition}`);
  return [fresh > 0 ? palette.green(label) : label, where, ...notes].join('  ').trimEnd();
}

function messageOf({ msg, event, topic, err }: LogLine): string {
  const text = msg || event || err?.message || '(no message)';
  const cause = err?.message && err.message !== text ? `: ${err.message}` : '';
  const where = topic && !text.includes(topic) ? ` (${topic})` : '';
  return `${text}${cause}${where}${err?.code ? ` [${err.code}]` : ''}`;
}

function clock(time: LogLine['time']): string {
  const date = time === undefined ? new Date() : new Date(time);
  if (Number.isNaN(date.getTime())) return '--:--:--';
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
}

const plain = (text: string) => text;
