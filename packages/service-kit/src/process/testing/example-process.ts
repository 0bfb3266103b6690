// A process to stop in all ways; its first argument says how it behaves.
import { EnvironmentError } from '../../env/environment-error.ts';
import { runProcess } from '../run-process.ts';

const behaviour = process.argv[2];

runProcess(
  'example',
  async (lifecycle) => {
    if (behaviour === 'bad-environment')
      throw new EnvironmentError([{ variable: 'A', problem: 'is missing', expected: 'a letter' }]);
    const keepAlive = setInterval(() => {}, 1_000);
    lifecycle.defer('first', () => {
      clearInterval(keepAlive);
      process.stdout.write('closed first\n');
    });
    if (behaviour === 'fails-to-start') throw new Error('no database');
    lifecycle.defer('second', () => {
      if (behaviour === 'close-throws') throw new Error('cannot close');
      process.stdout.write('closed second\n');
      return behaviour === 'hangs' ? new Promise(() => {}) : undefined;
    });
    process.stdout.write('ready\n');
    if (behaviour === 'uncaught') setImmediate(() => JSON.parse('{'));
    if (behaviour === 'unhandled') void Promise.reject(new Error('nobody looks'));
  },
  { shutdownDeadlineMs: 200 },
);
