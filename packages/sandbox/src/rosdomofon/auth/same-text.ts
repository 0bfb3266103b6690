import { timingSafeEqual } from 'node:crypto';

/** Takes as long for a wrong first letter as for a wrong last one. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
