import net from 'node:net';
import tls from 'node:tls';
import type { ISocketFactory } from 'kafkajs';

const KEEP_ALIVE_MS = 60_000;

/**
 * Makes the sockets of one kafkajs client, and can cut them all for good. kafkajs cannot be stopped while it
 * joins a group or waits for a silent broker: it would come back later and hold partitions that nobody reads.
 * Without sockets it cannot.
 */
export class SocketSwitch {
  readonly #open = new Set<net.Socket>();
  #isOff = false;

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    if (this.#isOff) throw cut();
    const serverName = net.isIP(host) ? {} : { servername: host };
    const socket = ssl
      ? tls.connect({ host, port, ...serverName, ...ssl }, onConnect)
      : net.connect({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    // A commit must not wait for the acknowledgement of the request before it (Nagle, up to 40 ms).
    socket.setNoDelay(true);
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
    return socket;
  };

  off(): void {
    this.#isOff = true;
    // With an error: kafkajs does not notice a socket that is destroyed without one.
    for (const socket of this.#open) socket.destroy(cut());
  }
}

const cut = (): Error => Object.assign(new Error('The Kafka client is closed'), { code: 'ECONNABORTED' });
