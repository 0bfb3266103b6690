import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Programs that tests start are compiled once, not at every start.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/programs', import.meta.url));

const conditions = ['@domovoy/source', 'node', 'import', 'module', 'default'];
// Vite would give our sources another copy of graphql than Node gives to the packages that we use it with.
const graphql = createRequire(new URL('apps/graphql/package.json', import.meta.url)).resolve('graphql');
const has = (command: string, flag: string) => spawnSync(command, [flag], { stdio: 'ignore' }).status === 0;

/** The suffix of a test's file name says what it needs: nothing (unit), a real service, or whole processes to break. */
const project = (name: string, testTimeout: number, more = {}) => ({
  extends: true as const,
  test: {
    name,
    testTimeout,
    hookTimeout: 60_000,
    include: [`{packages,apps}/*/src/**/*.${name}.test.ts`, `faults/**/*.${name}.test.ts`],
    ...(name === 'unit' ? {} : { globalSetup: ['./packages/store/vitest.postgres.ts'] }),
    ...more,
  },
});

const projects = [
  project('unit', 20_000, { isolate: false }),
  // They mostly wait, for processes to start and leases to end: more at a time than there are cores.
  project('integration', 60_000, {
    isolate: false,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 4,
    sequence: { groupOrder: 1 },
    setupFiles: ['./packages/testkit/src/test-database/vitest-setup.ts'],
  }),
  // Every file breaks a Postgres of its own; after the others, which they would slow down.
  project('fault', 120_000, {
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 4,
    sequence: { groupOrder: 2 },
  }),
];

// Real Kafka: where Java and Maven are, or a broker is given; in CI its absence is a failure, never a skip.
const missing = [has('java', '-version') ? '' : 'Java 17+', has('mvn', '--version') ? '' : 'Maven'].filter(
  Boolean,
);
if (process.env['CI'] || process.env['KAFKA_BROKERS_TEST'] || missing.length === 0)
  projects.push(project('real-kafka', 120_000, { maxWorkers: 2, sequence: { groupOrder: 3 } }));
else
  console.warn(
    `Not run: the suite against real Kafka (${missing.join(' and ')} missing; apt-get install default-jre-headless maven, or set KAFKA_BROKERS_TEST).`,
  );

export default defineConfig({
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: graphql }] },
  ssr: { resolve: { conditions } },
  // Vitest runs its global set-up in an environment of its own.
  environments: { __vitest__: { resolve: { conditions } } },
  test: {
    projects,
    pool: 'forks',
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: '.cache/test-results.json' }]]
      : ['default'],
  },
});
