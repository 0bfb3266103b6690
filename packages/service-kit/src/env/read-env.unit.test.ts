import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from './environment-error.ts';
import { databaseEnv, healthEnv, httpEnv, logEnv, numberEnv, secretKeyEnv } from './fragments.ts';
import { httpAccessEnv } from './http-access-env.ts';
import { kafkaEnv } from './kafka-env.ts';
import { type EnvSource, readEnv } from './read-env.ts';

const shape = {
  database: databaseEnv(),
  kafka: kafkaEnv(),
  health: healthEnv({ defaultPort: 9464 }),
  encryptionKey: secretKeyEnv('ENCRYPTION_KEY'),
  log: logEnv(),
};
const DATABASE_URL = 'postgres://domovoy:hunter2@db:5432/domovoy';

function problemsOf(source: EnvSource): Record<string, string> {
  try {
    readEnv(shape, source);
  } catch (error) {
    if (error instanceof EnvironmentError)
      return Object.fromEntries(error.problems.map((p) => [p.variable, p.problem]));
    throw error;
  }
  return {};
}

function pemFile(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'domovoy-ca-')), 'ca.pem');
  writeFileSync(path, content);
  return path;
}

describe('the environment of a process', () => {
  test('becomes typed values, with defaults for what is absent', () => {
    const env = readEnv(shape, { DATABASE_URL, KAFKA_BROKERS: 'a:9092, b:9092', KAFKA_GROUP_ID: 'g' });
    expect(env).toEqual({
      database: { url: DATABASE_URL },
      kafka: { brokers: ['a:9092', 'b:9092'], groupId: 'g', tls: false },
      health: { port: 9464, host: '127.0.0.1' },
      encryptionKey: null,
      log: { level: 'info' },
    });
  });

  test('is reported with every problem at once, each with its name, what is wrong and what is expected', () => {
    const source = { KAFKA_BROKERS: 'kafka', HEALTH_PORT: '99999', LOG_LEVEL: 'loud' };
    expect(problemsOf(source)).toEqual({
      DATABASE_URL: 'is missing',
      KAFKA_BROKERS: 'is "kafka" (not a list of host:port)',
      KAFKA_GROUP_ID: 'is missing, but KAFKA_BROKERS is given',
      HEALTH_PORT: 'is "99999"',
      LOG_LEVEL: 'is "loud"',
    });
    expect(() => readEnv(shape, source)).toThrow(
      /5 problems:\n {2}DATABASE_URL is missing; expected postgres:\/\/user:password@host/,
    );
  });

  test('never shows the value of a secret', () => {
    const source = {
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      ENCRYPTION_KEY: 'hunter2',
      KAFKA_SASL_PASSWORD: 'hunter2',
    };
    expect(Object.keys(problemsOf(source))).toEqual([
      'DATABASE_URL',
      'ENCRYPTION_KEY',
      'KAFKA_SASL_USERNAME',
      'KAFKA_BROKERS',
    ]);
    expect(() => readEnv(shape, source)).toThrow(expect.not.objectContaining({ message: /hunter2/ }));
    expect(JSON.stringify(problemsOf(source))).not.toContain('hunter2');
  });

  test.each(['kafka', 'kafka:0', 'kafka:65536', 'a:1,', 'http://kafka:9092'])(
    'takes %s for no broker',
    (text) => {
      const problems = problemsOf({ DATABASE_URL, KAFKA_BROKERS: text, KAFKA_GROUP_ID: 'g' });
      expect(Object.keys(problems)).toEqual(['KAFKA_BROKERS']);
    },
  );

  test('treats an empty or blank variable as absent', () => {
    expect(problemsOf({ DATABASE_URL: ' ' })).toEqual({ DATABASE_URL: 'is missing' });
    expect(readEnv(shape, { DATABASE_URL, KAFKA_BROKERS: '', LOG_LEVEL: '' }).kafka).toBeNull();
  });

  test.each([
    [
      'a user name without a password',
      { KAFKA_SASL_USERNAME: 'u' },
      ['KAFKA_SASL_PASSWORD', 'KAFKA_BROKERS'],
    ],
    [
      'a CA file without brokers',
      { KAFKA_CA_FILE: pemFile('-----BEGIN CERTIFICATE-----') },
      ['KAFKA_BROKERS'],
    ],
    ['a group id without brokers', { KAFKA_GROUP_ID: 'g' }, ['KAFKA_BROKERS']],
  ])('is half given with %s', (_name, given, missing) => {
    expect(Object.keys(problemsOf({ DATABASE_URL, ...given }))).toEqual(missing);
  });

  test('names a CA file that cannot be read, holds no certificate, or contradicts KAFKA_TLS=off', () => {
    const kafka = { DATABASE_URL, KAFKA_BROKERS: 'a:1', KAFKA_GROUP_ID: 'g' };
    const absent = problemsOf({ ...kafka, KAFKA_CA_FILE: '/nowhere/ca.pem' });
    expect(absent).toEqual({ KAFKA_CA_FILE: 'is "/nowhere/ca.pem" (the file cannot be read: ENOENT)' });
    const foreign = problemsOf({ ...kafka, KAFKA_CA_FILE: pemFile('hello') });
    expect(foreign['KAFKA_CA_FILE']).toContain('holds no certificate');
    const off = { ...kafka, KAFKA_CA_FILE: pemFile('-----BEGIN CERTIFICATE-----'), KAFKA_TLS: 'off' };
    expect(problemsOf(off)).toEqual({ KAFKA_CA_FILE: 'contradicts KAFKA_TLS=off' });
  });

  test('switches TLS on with a user name, and off for local brokers', () => {
    const kafka = {
      DATABASE_URL,
      KAFKA_BROKERS: 'a:1',
      KAFKA_GROUP_ID: 'g',
      KAFKA_SASL_USERNAME: 'u',
      KAFKA_SASL_PASSWORD: 'p',
    };
    const sasl = { mechanism: 'scram-sha-512', username: 'u', password: 'p' };
    expect(readEnv(shape, kafka).kafka).toMatchObject({ tls: true, sasl });
    expect(readEnv(shape, { ...kafka, KAFKA_TLS: 'off' }).kafka).toMatchObject({ tls: false, sasl });
    const pem = '-----BEGIN CERTIFICATE-----';
    expect(readEnv(shape, { ...kafka, KAFKA_CA_FILE: pemFile(pem) }).kafka).toMatchObject({
      tls: { ca: pem },
    });
  });

  describe('with the access to a service', () => {
    const names = { url: 'API_URL', username: 'API_USERNAME', password: 'API_PASSWORD' };
    const service = { api: httpAccessEnv(names) };
    const problems = (source: EnvSource) => {
      try {
        readEnv(service, source);
      } catch (error) {
        if (error instanceof EnvironmentError) return error.problems.map((p) => `${p.variable} ${p.problem}`);
      }
      return [];
    };

    test('takes address, user name and password together, or none of them', () => {
      const access = { url: 'https://api.example', username: 'u', password: 'p&+' };
      const source = { API_URL: access.url, API_USERNAME: access.username, API_PASSWORD: access.password };
      expect(readEnv(service, source).api).toEqual(access);
      expect(readEnv(service, {}).api).toBeNull();
      expect(problems({ API_URL: access.url })).toEqual([
        'API_USERNAME is missing, but API_URL is given',
        'API_PASSWORD is missing, but API_URL is given',
      ]);
    });

    test.each(['api.example', 'ftp://api.example', 'https://u:hunter2@api.example'])('refuses %s', (url) => {
      expect(problems({ API_URL: url, API_USERNAME: 'u', API_PASSWORD: 'p' })).toHaveLength(1);
    });
  });

  test.each([
    ['0', false],
    ['10', true],
    ['11', false],
    ['1e1', false],
  ])('takes %s for a number from 1 to 10: %s', (text, isOne) => {
    const rate = { rate: numberEnv('RATE', { fallback: 5, min: 1, max: 10, expected: 'requests' }) };
    const read = () => readEnv(rate, { RATE: text }).rate;
    if (isOne) expect(read()).toBe(10);
    else expect(read).toThrow('expected requests, from 1 to 10');
    expect(readEnv(rate, {}).rate).toBe(5);
  });

  test('may demand variables of different fragments together', () => {
    const rules = { together: [['PORT', 'LOG_LEVEL']] };
    const http = { http: httpEnv({ defaultPort: 0 }), log: logEnv() };
    expect(() => readEnv(http, { PORT: '1' }, rules)).toThrow('LOG_LEVEL is missing, but PORT is given');
    expect(readEnv(http, { PORT: '1', LOG_LEVEL: 'warn' }, rules).http.port).toBe(1);
  });

  test('takes a key of exactly 32 bytes', () => {
    const key = Buffer.alloc(32, 7);
    expect(readEnv(shape, { DATABASE_URL, ENCRYPTION_KEY: key.toString('base64') }).encryptionKey).toEqual(
      key,
    );
    const short = Buffer.alloc(16).toString('base64');
    expect(problemsOf({ DATABASE_URL, ENCRYPTION_KEY: short })).toEqual({
      ENCRYPTION_KEY: 'has a value that cannot be used',
    });
  });
});
