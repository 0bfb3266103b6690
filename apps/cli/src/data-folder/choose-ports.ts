import { createServer } from 'node:net';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { PORT_SETTINGS, type PortName, type Ports } from '../settings/ports.ts';
import { readJsonIfThere, writePrivateFile } from './data-dir.ts';

export interface ChosenPorts<Name extends PortName = PortName> {
  ports: Record<Name, number>;
  /** Ports that were busy, and what is used instead. */
  moved: { name: PortName; from: number; to: number }[];
}

/** May somebody listen there now? */
function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Fixed ports must be free. The others: the remembered one, else the preferred one, else any free one. */
export async function choosePorts<Name extends PortName>(
  names: readonly Name[],
  options: { fixed: Ports; remembered: Ports; host: string },
): Promise<ChosenPorts<Name>> {
  const { fixed, remembered } = options;
  const hostOf = (name: PortName) => (name === 'graphql' ? options.host : '127.0.0.1');
  const busy: string[] = [];
  for (const name of names) {
    const port = fixed[name];
    if (port !== undefined && !(await isPortFree(port, hostOf(name)))) busy.push(portBusy(name, port));
  }
  if (busy.length > 0)
    throw new CliError('A port that was asked for is in use by another program:', {
      code: 'PORT_BUSY',
      details: busy,
    });

  const ports: Ports = {};
  const moved: ChosenPorts['moved'] = [];
  const taken = new Set<number>(Object.values(fixed));
  for (const name of names) {
    const chosen =
      fixed[name] ??
      (await chooseFree(remembered[name] ?? PORT_SETTINGS[name].preferred, hostOf(name), taken));
    const wanted = fixed[name] ?? remembered[name] ?? PORT_SETTINGS[name].preferred;
    if (chosen !== wanted) moved.push({ name, from: wanted, to: chosen });
    taken.add(chosen);
    ports[name] = chosen;
  }
  return { ports: ports as Record<Name, number>, moved };
}

async function chooseFree(wanted: number, host: string, taken: ReadonlySet<number>): Promise<number> {
  let port = wanted;
  while (taken.has(port) || !(await isPortFree(port, host))) port = await freePort();
  return port;
}

function portBusy(name: PortName, port: number): string {
  const { variable } = PORT_SETTINGS[name];
  const how = name === 'graphql' ? '--port <another>, or PORT=<another>' : `${variable}=<another>`;
  return `- ${port} (${name}): choose another with ${how}, or leave it out and a free one is chosen`;
}

const Remembered = z.partialRecord(
  z.enum(Object.keys(PORT_SETTINGS) as [PortName, ...PortName[]]),
  z.number().int(),
);

export function readRememberedPorts(path: string): Ports {
  const parsed = Remembered.safeParse(readJsonIfThere(path));
  return parsed.data ?? {};
}

/** Ports of parts that did not run this time stay remembered; fixed ones are not remembered: they are said each time. */
export function rememberPorts(path: string, ports: Ports, fixed: Ports): void {
  const kept: Ports = { ...readRememberedPorts(path) };
  for (const [name, port] of Object.entries(ports) as [PortName, number][])
    if (fixed[name] === undefined) kept[name] = port;
  writePrivateFile(path, `${JSON.stringify(kept, null, 2)}\n`);
}
