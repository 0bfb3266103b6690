import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Bitrix24Event, readEvent } from '@domovoy/bitrix24-sdk';

/** An address to which a portal sends events, as a user of the SDK would have one. */
export interface EventReceiver extends AsyncDisposable {
  readonly url: string;
  readonly bodies: readonly string[];
  /** The first event that fits, whether it is there or comes. */
  event<Kind extends Bitrix24Event['kind']>(
    kind: Kind,
    fits?: (event: Extract<Bitrix24Event, { kind: Kind }>) => boolean,
  ): Promise<Extract<Bitrix24Event, { kind: Kind }>>;
}

export async function startEventReceiver(): Promise<EventReceiver> {
  const bodies: string[] = [];
  const arrivals = new EventEmitter();
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.end();
    arrivals.emit('event');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bitrix24`,
    bodies,
    async event(kind, fits = () => true) {
      type Wanted = Extract<Bitrix24Event, { kind: typeof kind }>;
      for (let seen = 0; ; ) {
        for (; seen < bodies.length; seen += 1) {
          const event = readEvent(bodies[seen] ?? '');
          if (event.kind === kind && fits(event as Wanted)) return event as Wanted;
        }
        await once(arrivals, 'event');
      }
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
