import type { Store } from '../open/open-store.ts';

const STATEMENT = `/* list_services_to_read */
select s.rosdomofon_id as id from services s join sync_runs r on r.id = $1
where s.company_id = r.company_id and s.vanished_at is null and s.rosdomofon_id > $2 order by 1`;

/** The services of the run's company behind `after`, in the order of their ids. */
export async function listServicesToRead(
  store: Store,
  { runId, after }: { runId: bigint; after: number },
): Promise<number[]> {
  const rows = await store.run<{ id: bigint }>(STATEMENT, [runId, after]);
  return rows.map(({ id }) => Number(id));
}
