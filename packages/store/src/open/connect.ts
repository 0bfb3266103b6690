import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';

/** How a process talks to its database. */
export interface StoreOptions {
  /** What pg_stat_activity shows. */
  applicationName: string;
  /** Default 10: for each of the two clients, opened when needed. */
  maxConnections?: number;
  /** Default 10 s. The server ends a statement then; 2 s later the client gives up on the connection. */
  statementTimeoutMs?: number;
  /** Default 30 s. An open transaction that has written holds the whole feed. */
  transactionTimeoutMs?: number;
  /** Its sessions stay as they are until they are closed; else each ends after half an hour, or five minutes without work. */
  keepsSessions?: boolean;
}

export type Timeouts = Pick<Required<StoreOptions>, 'statementTimeoutMs' | 'transactionTimeoutMs'>;

export const withDefaults = (options: StoreOptions): Required<StoreOptions> => ({
  maxConnections: 10,
  statementTimeoutMs: 10_000,
  transactionTimeoutMs: 30_000,
  keepsSessions: false,
  ...options,
});

export type Client = postgres.Sql;

/** A postgres.js client whose sockets can be cut, and its life's end. */
export interface Connections {
  readonly sql: Client;
  /** Says goodbye to the server. */
  close(): Promise<void>;
  /** Cuts every connection at once: what is in progress fails. */
  destroy(): void;
}

const CONNECT_TIMEOUT_SECONDS = 5;
const IDLE_SECONDS = 300;
/** A server that is there answers a goodbye by closing; a frozen one never does. */
const GOODBYE_MS = 500;

export function connect(
  databaseUrl: string,
  options: Required<StoreOptions>,
  more: postgres.Options<Record<string, postgres.PostgresType>> = {},
): Connections {
  const sockets = new Set<Socket>();
  const { connection, ...rest } = more;
  const sql: Client = postgres(databaseUrl, {
    max: options.maxConnections,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    ...(options.keepsSessions ? { idle_timeout: 0, max_lifetime: null } : { idle_timeout: IDLE_SECONDS }),
    keep_alive: 15,
    fetch_types: false,
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 2),
    onnotice: () => {},
    connection: {
      application_name: options.applicationName,
      statement_timeout: options.statementTimeoutMs,
      transaction_timeout: options.transactionTimeoutMs,
      idle_in_transaction_session_timeout: options.transactionTimeoutMs,
      ...connection,
    },
    ...rest,
    // postgres.js only asks a socket to end, which a frozen one never does.
    ...trackSockets(sockets),
  });
  return {
    sql,
    close: async () => {
      await sql.end({ timeout: 0 });
      const goodbyes = [...sockets].map((socket) => once(socket, 'close'));
      await Promise.race([Promise.all(goodbyes), pause(GOODBYE_MS, undefined, { ref: false })]);
      for (const socket of sockets) socket.destroy();
    },
    destroy: () => {
      for (const socket of sockets) socket.destroy();
      void sql.end({ timeout: 0 });
    },
  };
}

interface ParsedOptions {
  host: string[];
  port: number[];
  path?: string | false;
}

/** The option exists in postgres.js without a type: it gets the parsed options and gives the socket to use. */
function trackSockets(sockets: Set<Socket>): object {
  let next = 0;
  return {
    socket: ({ host, port, path }: ParsedOptions): Socket => {
      const at = next++ % host.length;
      const address = { host: host[at] ?? 'localhost', port: port[at] ?? 5432 };
      const socket = path ? connectSocket(path) : connectSocket(address);
      // postgres.js reads the names of a host from its socket when it checks the certificate.
      Object.assign(socket, address);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
  };
}
