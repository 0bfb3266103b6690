// Prints how long the gate takes for each hostile document: bench/hostile.ts starts it. By its CPU time, because a
// neighbour's work is not ours.
import process, { threadCpuUsage } from 'node:process';
import { Budgets } from '@domovoy/service-kit';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { createAdmission } from '../execution/gate/admission.ts';
import { BUDGET } from '../execution/gate/limits.ts';
import { trustDocuments } from '../execution/gate/trusted-documents.ts';
import { typeDefs } from '../schema/typeDefs.generated.ts';
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts';

/** The kernel counts CPU time in steps of 4 ms: a single refusal is shorter. */
const BATCH = 10;
const rounds = Number(process.argv[2] ?? 50);
const admit = createAdmission(makeExecutableSchema({ typeDefs }), {
  budgets: new Budgets(BUDGET),
  maySeeSchema: () => true,
  trusted: trustDocuments({}, { only: false }),
});
const caller = { companyId: 1n, actor: 'api-key:bench', permissions: new Set<never>(), session: null };

function measure(query: string, variables: Record<string, unknown> | undefined): number {
  const before = threadCpuUsage();
  for (let i = 0; i < BATCH; i++)
    if ('node' in admit({ query, variables }, caller)) throw new Error(`let through: ${query.slice(0, 100)}`);
  const { user, system } = threadCpuUsage(before);
  return (user + system) / 1_000 / BATCH;
}

for (const { query, variables } of HOSTILE_DOCUMENTS) for (let i = 0; i < 3; i++) measure(query, variables);
const samples = HOSTILE_DOCUMENTS.map(({ name, query, variables }) => ({
  name,
  milliseconds: Array.from({ length: rounds }, () => measure(query, variables)),
}));
process.stdout.write(JSON.stringify(samples));
