import { describe, expect, test } from 'vitest';
import { createLogger } from './create-logger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let line = '';
  const sink = {
    write(text: string) {
      line += text;
    },
  };
  write(createLogger({ name: 'test', level: 'debug' }, sink));
  return line;
}

describe('the logger', () => {
  test('writes one JSON line with level, time and name', () => {
    const line = logged((logger) => logger.info({ event: 'intake', fresh: 3 }, 'hello'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      name: 'test',
      event: 'intake',
      fresh: 3,
      msg: 'hello',
    });
  });

  test('hides passwords, tokens, secrets, authorization and phones down to the third level', () => {
    const line = logged((logger) =>
      logger.info({
        phone: 'hunter2',
        sasl: { username: 'u', password: 'hunter2' },
        request: { headers: { authorization: 'hunter2' } },
        a: { b: { c: { token: 'hunter2', secret: 'hunter2' } } },
      }),
    );
    expect(line).not.toContain('hunter2');
    expect(line).toContain('[redacted]');
    expect(line).toContain('"username":"u"');
  });

  test('control: another name is not hidden', () => {
    expect(logged((logger) => logger.info({ city: 'hunter2' }))).toContain('hunter2');
  });

  test('leaves out what a database error knows of SQL, parameters and rows', () => {
    const cause = Object.assign(new Error('invalid input syntax for type uuid: "hunter2"'), {
      name: 'PostgresError',
      severity: 'ERROR',
      code: '22P02',
      detail: 'Key (phone)=(hunter2) already exists.',
      parameters: ['hunter2'],
    });
    const error = Object.assign(new Error('Failed query: select $1\nparams: hunter2', { cause }), {
      query: 'select $1',
      params: ['hunter2'],
    });
    const line = logged((logger) => logger.error({ err: error }, 'failed'));
    expect(line).not.toContain('hunter2');
    expect(JSON.parse(line).err).toMatchObject({
      message: 'a query failed (text and parameters left out)',
      cause: { code: '22P02', message: 'data exception 22P02 (value left out)' },
    });
    expect(JSON.parse(line).err.stack).toContain('create-logger.unit.test.ts');
  });
});
