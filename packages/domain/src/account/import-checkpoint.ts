import { z } from 'zod';

/** In the order in which a full import reads. */
export const IMPORT_PHASES = ['services', 'entrances', 'accounts', 'connections', 'flats'] as const;
export type ImportPhase = (typeof IMPORT_PHASES)[number];

/**
 * How far a phase of an import is, besides its name. A list that comes as one answer begins anew; what is read page by
 * page, or service by service, goes on.
 */
export const ImportCheckpoint = z.object({
  /** Entrances: the page to read next, from 0. */
  page: z.int().nonnegative().default(0),
  /** Connections: all services up to this id are read. */
  after: z.int().default(0),
  /** Objects of this phase that could not be read. */
  unreadable: z.int().nonnegative().default(0),
  /** One of them told not even its id: it may be any of those that were not seen, so none of them counts as vanished. */
  hasNameless: z.boolean().default(false),
});
export type ImportCheckpoint = z.output<typeof ImportCheckpoint>;

export const BEGINNING: ImportCheckpoint = ImportCheckpoint.parse({});
