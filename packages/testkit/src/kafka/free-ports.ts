import { freePort } from '../port/free-port.ts';

/** Several free ports, one after the other, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort());
  return ports;
}
