// npm run bench -- <what>: figures as ratios within one run. Absolute numbers belong to the machine; see bench/README.md.
import { api } from './api.ts';
import { bitrix24 } from './bitrix24.ts';
import { benchBroker } from './broker.ts';
import { crm } from './crm.ts';
import { deliveries } from './deliveries.ts';
import { fanOut } from './fan-out.ts';
import { hostile } from './hostile.ts';
import { ingest } from './ingest.ts';
import { latency } from './latency.ts';
import { mirror } from './mirror.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { statistics } from './statistics.ts';

const benches: Record<string, (rounds?: number) => Promise<void>> = {
  api,
  'fan-out': fanOut,
  ingest,
  hostile,
  latency,
  start,
  broker: benchBroker,
  mirror,
  deliveries,
  crm,
  bitrix24,
  search,
  statistics,
};
const [name = '', rounds] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join(' | ')} [rounds]`);
  process.exit(2);
}
await bench(rounds === undefined ? undefined : Number(rounds));
