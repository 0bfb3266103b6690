// node --conditions=@domovoy/source packages/testkit/src/postgres/main.ts <data folder>
// Runs a Postgres on a folder until Ctrl-C: to look at the databases that failed tests left behind.
import { once } from 'node:events';
import { startPostgres } from './start-postgres.ts';

const [, , dataDir] = process.argv;
if (dataDir === undefined) {
  process.stderr.write('Usage: main.ts <data folder>\n');
  process.exit(2);
}
const server = await startPostgres({ dataDir });
process.stdout.write(`${server.url}\nCtrl-C stops it.\n`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), server.exited]);
await server.stop();
