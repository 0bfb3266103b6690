import { describe, expect, test } from 'vitest';
import { parseCommand, UsageError } from './parse-command.ts';

describe('the command line', () => {
  test('every command has its options and its defaults', () => {
    expect(parseCommand([])).toMatchObject({ name: 'help' });
    expect(parseCommand(['dev', '--help'])).toMatchObject({ name: 'help' });
    expect(parseCommand(['dev'])).toEqual({ name: 'dev', dataDir: '.data', isJson: false, port: undefined });
    expect(parseCommand(['dev', '--port', '5000', '--json', '--data', 'x'])).toMatchObject({
      port: '5000',
      isJson: true,
      dataDir: 'x',
    });
    expect(parseCommand(['demo', 'events', '--sign-ups', '3'])).toMatchObject({ signUps: 3, messages: 50 });
    expect(parseCommand(['keys', 'create', '--company', 'demo', '--name', 'crm'])).toMatchObject({
      company: 'demo',
      keyName: 'crm',
    });
  });

  test.each([
    [['fly']],
    [['demo']],
    [['dev', '--fly']],
    [['dev', '--port']],
    [['demo', 'events', '--messages', 'many']],
    [['keys', 'create', '--company', 'demo']],
  ])('%j is refused', (args) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
  });
});
