import {
  MIRROR_CHUNK,
  mirrorServiceConnections,
  serviceConnectionRows,
  WrittenObjects,
} from '@domovoy/domain';
import { estimateMirrored, listServicesToRead } from '@domovoy/store';
import { ChunkWriter } from '../chunk-writer.ts';
import type { SyncContext } from '../sync-context.ts';
import { isNotFound } from '../sync-error.ts';

/** Answers that are read at a time. One alone leaves the database idle while a service has few connections. */
const READERS = 4;

/**
 * The connections of all services, several services at a time, in the order of their ids: with them come flats,
 * entrances and flat ranges. The next owner goes on behind the last service of which nothing is missing.
 */
export async function importConnections(context: SyncContext): Promise<void> {
  const { store, session } = context;
  const { companyId } = session.run;
  const known = await estimateMirrored(store, { companyId, entity: 'service_connection' });
  await session.begin('connections', known || null, { fresh: false });
  const after = session.checkpoint.after;
  const services = await listServicesToRead(store, { runId: session.run.id, after });
  await new ConnectionReading(context, services).run();
  await session.conclude('service_connection', 'entrance');
  await session.count('service_connection');
}

interface ServiceReading {
  readonly serviceId: number;
  /** How many rows of all services had been added when its last one was; null: not read to its end. */
  endsAt: number | null;
}

class ConnectionReading {
  readonly #context: SyncContext;
  readonly #queue: number[];
  /** Services that are being read or written, in the order of their ids. */
  readonly #open: ServiceReading[] = [];
  readonly #writer: ChunkWriter<ReturnType<typeof serviceConnectionRows>>;
  readonly #stop = new AbortController();
  #stepped = 0;

  constructor(context: SyncContext, services: readonly number[]) {
    const { store, session } = context;
    this.#context = context;
    this.#queue = services.toReversed();
    const written = new WrittenObjects();
    this.#writer = new ChunkWriter({
      size: MIRROR_CHUNK,
      write: (rows) => mirrorServiceConnections(store, session.fence, rows, written),
      onRefused: ({ connection }, error) => session.refused(connection.rosdomofonId, error),
    });
  }

  async run(): Promise<void> {
    const readers = Array.from({ length: READERS }, () => this.#readOneAfterAnother());
    try {
      await Promise.all(readers);
    } finally {
      this.#stop.abort();
      await Promise.allSettled(readers);
    }
    await this.#writer.flush();
    await this.#step();
  }

  async #readOneAfterAnother(): Promise<void> {
    for (let serviceId = this.#queue.pop(); serviceId !== undefined; serviceId = this.#queue.pop()) {
      const reading: ServiceReading = { serviceId, endsAt: null };
      this.#open.push(reading);
      await this.#read(serviceId);
      reading.endsAt = this.#writer.added;
      await this.#step();
    }
  }

  async #read(serviceId: number): Promise<void> {
    const { rosdomofon, session, mayCall } = this.#context;
    await mayCall();
    const signal = AbortSignal.any([this.#context.signal, this.#stop.signal]);
    const options = { signal, onIssue: session.onIssue };
    try {
      for await (const connection of rosdomofon.services.connections({ serviceId }, options))
        await this.#writer.add(serviceConnectionRows(connection));
    } catch (error) {
      // The service is gone since its list was read, and with it its connections.
      if (!isNotFound(error)) throw error;
    }
  }

  /** What is written up to here counts, and so do the services that are through. */
  async #step(): Promise<void> {
    const { session } = this.#context;
    const { written } = this.#writer;
    let { after } = session.checkpoint;
    let through = 0;
    for (const { serviceId, endsAt } of this.#open) {
      if (endsAt === null || endsAt > written) break;
      after = serviceId;
      through += 1;
    }
    this.#open.splice(0, through);
    const count = written - this.#stepped;
    this.#stepped = written;
    await session.step(count, { after });
  }
}
