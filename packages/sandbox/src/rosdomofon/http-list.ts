import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

const MAX_SIZE = 2000;
const CHUNK_CHARS = 64 * 1024;

/** Where a page begins. What is no number is taken for the default, as Spring does. */
function pageOf(request: FastifyRequest): { number: number; size: number } {
  const query = request.query as Readonly<Record<string, string | undefined>>;
  const whole = (text: string | undefined, least: number, otherwise: number) => {
    const value = Number(text || Number.NaN);
    return Number.isInteger(value) && value >= least ? value : otherwise;
  };
  return { number: whole(query['page'], 0, 0), size: Math.min(whole(query['size'], 1, 20), MAX_SIZE) };
}

/** Spring's envelope around one page of a list (facts §1.3). Only the things of the page are made into answers. */
export function pageWire<T>(request: FastifyRequest, things: readonly T[], wire: (thing: T) => object) {
  const { number, size } = pageOf(request);
  const offset = number * size;
  const content = things.slice(offset, offset + size).map(wire);
  return {
    content,
    pageable: { offset, pageNumber: number, pageSize: size, paged: true, unpaged: false },
    sort: { sorted: false, unsorted: true },
    empty: content.length === 0,
    first: number === 0,
    last: offset + size >= things.length,
    number,
    numberOfElements: content.length,
    size,
    totalElements: things.length,
    totalPages: Math.ceil(things.length / size),
  };
}

/** A bare array, sent as it is made: that of a large operator has tens of thousands of rows (30 MB). */
export const sendList = <T>(reply: FastifyReply, things: Iterable<T>, wire: (thing: T) => object) =>
  reply.type('application/json; charset=utf-8').send(Readable.from(chunksOf(things, wire)));

function* chunksOf<T>(things: Iterable<T>, wire: (thing: T) => object): Generator<string> {
  let chunk = '[';
  let isFirst = true;
  for (const thing of things) {
    chunk += `${isFirst ? '' : ','}${JSON.stringify(wire(thing))}`;
    isFirst = false;
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}]`;
}
