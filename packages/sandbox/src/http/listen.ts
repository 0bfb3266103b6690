import type { FastifyInstance } from 'fastify';
import { PortInUseError } from '../errors.ts';

const HOST = '127.0.0.1';

/** The port that was asked for, and the one of the last time. */
export interface WantedPort {
  what: string;
  given: number | undefined;
  lastTime: number | undefined;
}

/**
 * A port that was asked for is had or refused. Without one it is that of the last time, so that clients find the
 * sandbox again after a restart; when somebody else has it by now, any free one.
 */
export async function listenOn<T>(
  { what, given, lastTime }: WantedPort,
  listen: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await listen(given ?? lastTime ?? 0);
  } catch (error) {
    if (!isAddressInUse(error)) throw error;
    if (given !== undefined) throw new PortInUseError(what, given, error);
    return await listen(0);
  }
}

const isAddressInUse = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

export interface HttpServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

export async function startHttp(app: FastifyInstance, port: number): Promise<HttpServer> {
  const url = await app.listen({ host: HOST, port });
  return { url, port: Number(new URL(url).port), close: () => app.close() };
}
