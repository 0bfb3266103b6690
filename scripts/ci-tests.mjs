#!/usr/bin/env node
// The tests as CI runs them.
//   node scripts/ci-tests.mjs run      README's test command; the files that failed are then run once more, alone
//   node scripts/ci-tests.mjs report   what failed, and last the runner's counts on a line of their own
// Hundreds of processes share the machine of a CI, and its speed is not ours: a test that fails beside all others and passes
// alone is named in the report, for somebody to mend, and stops nobody else's change. What fails twice is red.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What the last run wrote (vitest.config.ts), and what the run before it did, when there were two. */
const last = join(root, '.cache/test-results.json');
const first = join(root, '.cache/test-results-first.json');
/** More than so many files are no accident, and not worth the time. */
const FILES_AGAIN = 8;

if (process.argv[2] === 'run') process.exitCode = runTests();
else if (process.argv[2] === 'report') process.exitCode = report();
else throw new Error('say what to do: node scripts/ci-tests.mjs run | report');

function runTests() {
  rmSync(last, { force: true });
  rmSync(first, { force: true });
  if (npmTest() === 0) return 0;
  const files = failedFiles(read(last)).map((file) => file.name);
  if (files.length === 0 || files.length > FILES_AGAIN) return 1;
  console.log(`── once more, alone: ${files.map((file) => relative(root, file)).join(', ')}`);
  renameSync(last, first);
  return npmTest('--maxWorkers=1', ...files);
}

function npmTest(...options) {
  return spawnSync('npm', ['test', '--', ...options], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function report() {
  const results = read(first) ?? read(last);
  if (results === null) {
    console.log('No test results were written.\n0 passed, 1 failed');
    return 1;
  }
  const again = existsSync(first) ? read(last) : null;
  const repeated = new Map((again?.testResults ?? []).map((file) => [file.name, file]));
  const ended = results.testResults.map((file) => repeated.get(file.name) ?? file);
  for (const found of failedFiles(results)) {
    const once = repeated.get(found.name)?.status === 'passed';
    const file = once ? found : (repeated.get(found.name) ?? found);
    const tests = file.assertionResults.filter((test) => test.status === 'failed');
    const verdict = once ? 'FAILED ONCE, passed alone' : 'FAILED';
    for (const { fullName, failureMessages } of tests.length === 0 ? [fileOnly(file)] : tests)
      console.log(`${verdict}: ${relative(root, file.name)} > ${fullName}\n${beginning(failureMessages)}`);
  }
  const count = (status) =>
    ended.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
  // A file that did not load has no failed test, and an error outside of all tests has no file.
  const notLoaded = ended.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(failed),
  ).length;
  const astray = results.success === false && failedFiles(results).length === 0 ? 1 : 0;
  const red = count('failed') + notLoaded + astray;
  console.log(`${count('passed')} passed, ${red} failed`);
  return red === 0 && count('passed') > 0 ? 0 : 1;
}

function failed(test) {
  return test.status === 'failed';
}

function failedFiles(results) {
  return (results?.testResults ?? []).filter(failed);
}

function fileOnly(file) {
  return { fullName: '(the file itself)', failureMessages: [file.message ?? ''] };
}

function beginning(messages) {
  const lines = messages.join('\n').split('\n');
  return lines
    .filter((line) => !line.includes('node_modules/'))
    .slice(0, 20)
    .join('\n');
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
