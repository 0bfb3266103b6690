import { expect, test } from 'vitest';
import { readCommandLine, USAGE } from './command-line.ts';

test('without arguments: company demo under .data/sandbox, on any ports', () => {
  expect(readCommandLine([])).toEqual({
    json: false,
    help: false,
    options: {
      dataDir: '.data/sandbox',
      companyShortName: 'demo',
      groupId: 'domovoy-demo',
      authorizeAnyGroup: false,
      bitrix24: {},
    },
  });
});

test('every option arrives, and every option is in the help', () => {
  const args =
    '--json --data /tmp/x --company other --group g --any-group --seed 7 --kafka-port 1 --rosdomofon-port 2 --bitrix24-port 4 --bitrix24-limits off --bitrix24-contacts 5 --bitrix24-operator 6 --control-port 3';
  expect(readCommandLine(args.split(' '))).toMatchObject({
    json: true,
    options: {
      dataDir: '/tmp/x',
      companyShortName: 'other',
      groupId: 'g',
      authorizeAnyGroup: true,
      seed: '7',
      kafkaPort: 1,
      rosdomofonPort: 2,
      bitrix24Port: 4,
      bitrix24: { limits: 'off', contacts: 5, operatorAnswersAfterMs: 6 },
      controlPort: 3,
    },
  });
  for (const [option] of args.matchAll(/--[a-z0-9-]+/g)) expect(USAGE).toContain(option);
});

test('all problems are told at once', () => {
  const args = ['--kafka-port', 'x', '--control-port', '70000', '--company', 'ALL'];
  expect(() => readCommandLine(args)).toThrow(
    [
      '--company: ALL is the name of the network topic, not of a company',
      '--kafka-port: expected a number',
      '--control-port: a port is a number from 1 to 65535',
    ].join('\n'),
  );
});

test.each([
  ['--colour', 'Unknown option'],
  ['extra', 'Unexpected argument'],
  ['--data', 'argument missing'],
])('%s is refused: %s', (arg, reason) => {
  expect(() => readCommandLine([arg])).toThrow(reason);
});
