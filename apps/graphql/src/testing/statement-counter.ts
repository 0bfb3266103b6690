import { once } from 'node:events';
import { connect as connectTo, createServer, type Socket } from 'node:net';

/** What a database is asked to execute, whoever asks and by which client: counted on the wire. */
export interface StatementCounter extends AsyncDisposable {
  /** The database, by way of the counter. */
  readonly url: string;
  /** Since the beginning. */
  count(): number;
}

const EXECUTE = 'E'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);

/** A connection's messages: a length without a type first (startup), then a type and a length each. */
function countMessages(onStatement: () => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  let hasStarted = false;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const at = hasStarted ? 1 : 0;
      if (rest.length < at + 4) return;
      const length = at + rest.readUInt32BE(at);
      if (rest.length < length) return;
      if (hasStarted && (rest[0] === EXECUTE || rest[0] === QUERY)) onStatement();
      hasStarted = true;
      rest = rest.subarray(length);
    }
  };
}

export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements = 0;
  const server = createServer((client) => {
    const database = connectTo(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        database.destroy();
      });
    }
    client.on(
      'data',
      countMessages(() => (statements += 1)),
    );
    client.pipe(database).pipe(client);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('it listens on a port');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    count: () => statements,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
