import { DomovoyError } from '@domovoy/models';
import { pendingMigrations } from '@domovoy/store';

class MigrationsPendingError extends DomovoyError {
  constructor(pending: readonly string[]) {
    super(`The database lacks ${pending.length} migrations: run \`domovoy migrate\`.`, {
      code: 'MIGRATIONS_PENDING',
      meta: { pending: pending.join() },
    });
  }
}

/**
 * An outage passes by itself, a missing migration does not: somebody forgot a step of the deployment. So the process
 * ends with exit code 1 and this as its last words, where every orchestrator shows it and stops the roll-out; one that
 * merely never became ready would leave its operator to guess. After the migration the next restart finds it done.
 */
export async function requireMigrations(databaseUrl: string): Promise<void> {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length > 0) throw new MigrationsPendingError(pending);
}
