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
    expect(parseCommand(['keys', 'rotate-encryption'])).toMatchObject({ name: 'keys rotate-encryption' });
    expect(parseCommand(['person', 'create', '--company', 'demo', '--email', 'a@b.org'])).toMatchObject({
      email: 'a@b.org',
      role: 'owner',
    });
    expect(parseCommand(['person', 'unlink-identity', '--email', 'a@b.org'])).toMatchObject({
      name: 'person unlink-identity',
      email: 'a@b.org',
    });
    expect(parseCommand(['import'])).toMatchObject({ name: 'import', isWaiting: false });
    expect(parseCommand(['import', '--wait', '--company', 'demo'])).toMatchObject({
      company: 'demo',
      isWaiting: true,
    });
    expect(parseCommand(['import', '--dry-run'])).toMatchObject({ name: 'import', isDryRun: true });
    expect(parseCommand(['import', 'account', 'ЛС-0001', '--json'])).toMatchObject({
      name: 'import',
      account: 'ЛС-0001',
      isJson: true,
    });
    expect(parseCommand(['import', 'cancel', '12'])).toMatchObject({ name: 'import cancel', run: 12n });
  });

  test.each([
    [['fly']],
    [['demo']],
    [['dev', '--fly']],
    [['dev', '--port']],
    [['demo', 'events', '--messages', 'many']],
    [['keys', 'create', '--company', 'demo']],
    [['person', 'create', '--company', 'demo']],
    [['person', 'unlink-identity']],
    [['person', 'create', '--company', 'demo', '--email', 'a@b.org', '--role', 'king']],
    [['import', 'account']],
    [['import', 'account', '1', '2']],
    [['import', 'account', '1', '--dry-run']],
    [['import', 'accounts']],
    [['import', 'cancel', 'all']],
    [['dev', 'dev', 'dev']],
  ])('%j is refused', (args) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
  });
});
