import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyReply } from 'fastify';

/** Says how long the answer is, sends half of it, and is gone. */
export async function halfAnswer(reply: FastifyReply, payload: unknown): Promise<void> {
  const whole = await bytesOf(payload);
  const { raw } = reply;
  raw.writeHead(reply.statusCode, {
    'content-type': 'application/json; charset=utf-8',
    // An answer without a body is cut in its headers' promise of one.
    'content-length': Math.max(1, whole.length),
  });
  raw.flushHeaders();
  await new Promise<void>((resolve) => {
    raw.write(whole.subarray(0, Math.floor(whole.length / 2)), () => resolve());
  });
  raw.socket?.destroy();
}

async function bytesOf(payload: unknown): Promise<Buffer> {
  if (payload instanceof Readable) return buffer(payload);
  if (typeof payload === 'string' || payload instanceof Uint8Array) return Buffer.from(payload);
  return Buffer.alloc(0);
}
