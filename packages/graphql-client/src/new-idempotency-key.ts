/**
 * A key for one intention: keep it while you repeat the same, across reloads too, and take a new one for the next.
 * Works in pages without HTTPS as well, where there is no `crypto.randomUUID`.
 */
export const newIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
