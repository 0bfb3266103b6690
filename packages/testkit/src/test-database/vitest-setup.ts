// Set-up file of the vitest projects that use Postgres: what has to happen after the last hook of every test file.
import { afterAll, type RunnerTestFile } from 'vitest';
import { closeTestDatabases } from './create-test-database.ts';

type Task = RunnerTestFile['tasks'][number];

const isFailed = (task: RunnerTestFile | Task): boolean =>
  task.result?.state === 'fail' ||
  (task.result?.errors?.length ?? 0) > 0 ||
  (task.type === 'suite' && task.tasks.some(isFailed));

// oxlint-disable-next-line no-empty-pattern -- vitest reads the pattern to learn which fixtures are wanted: none
afterAll(async ({}, suite) => {
  await closeTestDatabases({
    hasFailed: isFailed(suite.file),
    keep: (text) => process.stderr.write(text),
  });
});
