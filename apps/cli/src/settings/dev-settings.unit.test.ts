import type { EnvironmentProblem } from '@domovoy/service-kit';
import { describe, expect, test } from 'vitest';
import type { EnvSource } from '../env.ts';
import { readDevSettings } from './dev-settings.ts';

function read(source: EnvSource, options = {}) {
  const problems: EnvironmentProblem[] = [];
  const settings = readDevSettings(source, options, problems);
  return { settings, problems: problems.map(({ variable, problem }) => `${variable} ${problem}`) };
}

const KAFKA = { KAFKA_BROKERS: 'kafka.example:443', KAFKA_GROUP_ID: 'operator', COMPANY_SHORT_NAME: 'acme' };

describe('settings of domovoy dev', () => {
  test('nothing set means embedded Postgres, sandbox, demo company and ports to choose', () => {
    expect(read({ PATH: '/usr/bin' })).toEqual({
      settings: {
        company: 'demo',
        databaseUrl: null,
        kafka: null,
        rosdomofon: null,
        fixedPorts: {},
        host: '127.0.0.1',
      },
      problems: [],
    });
  });

  test('a blank variable counts as absent', () => {
    expect(read({ DATABASE_URL: '', KAFKA_BROKERS: ' ', PORT: '' }).settings).toMatchObject({
      databaseUrl: null,
      kafka: null,
      fixedPorts: {},
    });
  });

  test('an external Kafka needs its group and the company', () => {
    expect(read(KAFKA).settings.kafka).toMatchObject({ brokers: ['kafka.example:443'], groupId: 'operator' });
    expect(read({ KAFKA_BROKERS: 'kafka.example:443' }).problems).toEqual([
      expect.stringMatching(/^KAFKA_GROUP_ID is missing/),
      expect.stringMatching(/^COMPANY_SHORT_NAME is missing/),
    ]);
  });

  test('an external RosDomofon needs all of its access, and the company', () => {
    const access = {
      ROSDOMOFON_URL: 'https://rosdomofon.example',
      ROSDOMOFON_USERNAME: 'operator',
      ROSDOMOFON_PASSWORD: 'hunter2',
    };
    expect(read({ ...KAFKA, ...access }).settings.rosdomofon).toEqual({
      url: 'https://rosdomofon.example',
      username: 'operator',
      password: 'hunter2',
    });
    expect(read({ ROSDOMOFON_URL: access.ROSDOMOFON_URL }).problems).toEqual([
      expect.stringMatching(/^ROSDOMOFON_USERNAME is missing/),
      expect.stringMatching(/^ROSDOMOFON_PASSWORD is missing/),
      expect.stringMatching(/^COMPANY_SHORT_NAME is missing/),
    ]);
  });

  test('a company without a Kafka is the name of the sandbox company', () => {
    expect(read({ COMPANY_SHORT_NAME: 'acme' })).toMatchObject({
      settings: { company: 'acme', kafka: null },
      problems: [],
    });
  });

  test.each(['KAFKA_GROUP_ID', 'KAFKA_SASL_USERNAME', 'KAFKA_TLS'])(
    '%s without brokers is half given',
    (name) => {
      expect(read({ [name]: 'on' }).problems).toContainEqual(
        expect.stringMatching(/^KAFKA_BROKERS is missing/),
      );
    },
  );

  test('every problem is listed at once, and no secret is repeated', () => {
    const { problems } = read({
      ...KAFKA,
      DATABASE_URL: 'mysql://root:hunter2@host/db',
      KAFKA_SASL_USERNAME: 'operator',
      KAFKA_CA_FILE: '/does/not/exist.crt',
      PORT: '99999',
      HEALTH_PORT: 'x',
      LOG_LEVEL: 'loud',
      ENCRYPTION_KEY: 'short',
    });
    for (const name of [
      'DATABASE_URL',
      'KAFKA_SASL_PASSWORD',
      'KAFKA_CA_FILE',
      'PORT',
      'HEALTH_PORT',
      'LOG_LEVEL',
      'ENCRYPTION_KEY',
    ])
      expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${name} `)));
    expect(problems.join()).not.toContain('hunter2');
  });

  test('--port is nearer than PORT, and has to be a port', () => {
    expect(read({ PORT: '4100' }, { port: '4200' }).settings.fixedPorts).toEqual({ graphql: 4200 });
    expect(read({}, { port: '' }).problems).toEqual([expect.stringMatching(/^PORT /)]);
    expect(read({}, { port: '0' }).problems).toEqual([expect.stringMatching(/^PORT /)]);
  });

  test('two parts cannot have the same port', () => {
    expect(read({ PORT: '4100', HEALTH_PORT: '4100' }).problems).toEqual([
      'HEALTH_PORT is 4100, and so is PORT',
    ]);
  });
});
