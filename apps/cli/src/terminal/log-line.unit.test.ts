import { describe, expect, test } from 'vitest';
import { parseLogLine, renderLogLine } from './log-line.ts';
import { createPalette, wantsColor } from './palette.ts';

const plain = createPalette(false);
const time = new Date(2026, 0, 2, 3, 4, 5).toISOString();

function render(fields: object, palette = plain) {
  const line = parseLogLine(JSON.stringify({ level: 'info', time, ...fields }));
  return line && renderLogLine('consumer', line, palette);
}

describe('log lines for a person', () => {
  test('events that arrived are a count and a place', () => {
    expect(
      render({
        event: 'intake',
        kind: 'sign-up',
        topic: 'SIGN_UPS_demo',
        partition: 0,
        fresh: 3,
        dead: 0,
        count: 3,
      }),
    ).toBe('03:04:05  consumer  sign-ups +3             SIGN_UPS_demo/0');
  });

  test.each([
    [{ event: 'sync-started', kind: 'full', phase: null }, 'reading RosDomofon'],
    [
      { event: 'sync-progress', kind: 'full', phase: 'accounts', done: 3000, total: 5000, perSecond: 2953 },
      'accounts 3,000 of 5,000, 2,953/s',
    ],
    [
      { event: 'sync-progress', kind: 'full', phase: 'connections', done: 9, total: null, perSecond: 3 },
      'connections 9, 3/s',
    ],
    [{ event: 'sync-completed', kind: 'account' }, 'an account is read'],
  ])('the mirror’s %j', (fields, text) => {
    expect(render(fields)).toBe(`03:04:05  consumer  mirror  ${text}`);
  });

  test('repeats and unreadable records are told apart', () => {
    const text = render({
      event: 'intake',
      kind: 'incoming-message',
      topic: 'MESSAGES_IN_demo',
      partition: 1,
      fresh: 2,
      dead: 1,
      count: 7,
    });
    expect(text).toContain('messages in +2');
    expect(text).toContain('4 seen before');
    expect(text).toContain('1 unreadable');
  });

  test('an error shows its message, its cause and its code', () => {
    expect(
      render({
        level: 'error',
        msg: 'intake waits',
        err: { message: 'no connection', code: 'STORE_UNAVAILABLE' },
      }),
    ).toContain('intake waits: no connection [STORE_UNAVAILABLE]');
  });

  test('a line about a topic names it', () => {
    expect(render({ level: 'warn', msg: 'no such topic', topic: 'SIGN_UPS_acme' })).toContain(
      'no such topic (SIGN_UPS_acme)',
    );
  });

  test('warnings and errors stand out, and only where colour is wanted', () => {
    const colour = createPalette(true);
    expect(render({ level: 'warn', msg: 'slow' }, colour)).toContain('\u001B[33mslow');
    expect(render({ level: 50, msg: 'broken' }, colour)).toContain('\u001B[31mbroken');
    expect(render({ level: 'warn', msg: 'slow' })).not.toContain('\u001B');
    expect(wantsColor(true, {})).toBe(true);
    expect(wantsColor(true, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColor(false, {})).toBe(false);
  });

  test.each(['', 'plain words', '{"half', '[]', '{"no":"level"}'])('%j is no log line', (text) => {
    expect(parseLogLine(text)).toBeNull();
  });
});
