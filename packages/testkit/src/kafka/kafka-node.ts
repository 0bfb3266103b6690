import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { countBrokers } from './admin-requests.ts';

const run = promisify(execFile);

/** Compilation that stops at the first tier and the serial collector: what starts fastest on a small machine. */
const jvmFlags = (heapMb: number): string[] => [
  `-Xmx${heapMb}m`,
  '-Xms64m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
];

export interface KafkaNodeOptions {
  nodeId: number;
  dir: string;
  libs: string;
  heapMb: number;
  /** Port of a plaintext listener, to ask whether the node is ready. */
  adminPort: number;
  readyTimeoutMs: number;
}

/** One Java process: broker and controller in one. */
export class KafkaNode {
  readonly #options: KafkaNodeOptions;
  #process: ChildProcess | undefined;
  #exited: Promise<void> = Promise.resolve();

  constructor(options: KafkaNodeOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#process !== undefined;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  #java(): string[] {
    return [...jvmFlags(this.#options.heapMb), '-cp', join(this.#options.libs, '*')];
  }

  /** Writes the empty log directory, with the SCRAM users in it. */
  async format(clusterId: string, users: Readonly<Record<string, string>>): Promise<void> {
    const scram = Object.entries(users).flatMap(([name, password]) => [
      '--add-scram',
      `SCRAM-SHA-512=[name=${name},password=${password}]`,
    ]);
    await run('java', [
      '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
      ...this.#java(),
      'kafka.tools.StorageTool',
      'format',
      `--cluster-id=${clusterId}`,
      '-c',
      join(this.#options.dir, 'server.properties'),
      ...scram,
    ]);
  }

  launch(): void {
    if (this.#process) throw new Error(`Kafka node ${this.#options.nodeId} is running already`);
    const { dir, libs, nodeId } = this.#options;
    // Class data archive: written by the first broker that stops in an orderly way, it makes later starts faster.
    const archive = join(dirname(libs), 'kafka.jsa');
    const ownArchive = `${archive}.${process.pid}-${nodeId}`;
    const sharing = existsSync(archive)
      ? `-XX:SharedArchiveFile=${archive}`
      : `-XX:ArchiveClassesAtExit=${ownArchive}`;
    // The kernel kills the broker when this process dies, even by SIGKILL. It follows the *thread* that
    // started it: start Kafka from a main thread (vitest: pool `forks` or the global set-up).
    const guard = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'SIGKILL'] : [];
    const [command, ...args] = [
      ...guard,
      'java',
      sharing,
      ...this.#java(),
      'kafka.Kafka',
      join(dir, 'server.properties'),
    ];
    const log = openSync(join(dir, 'log'), 'a');
    const child = spawn(command, args, { stdio: ['ignore', log, log], cwd: dir });
    closeSync(log);
    this.#process = child;
    this.#exited = this.#afterExit(child, ownArchive, archive);
  }

  async #afterExit(child: ChildProcess, ownArchive: string, archive: string): Promise<void> {
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    this.#process = undefined;
    // A JVM that was killed may leave half an archive.
    const isWhole = child.signalCode === null && existsSync(ownArchive) && !existsSync(archive);
    await (isWhole ? rename(ownArchive, archive) : rm(ownArchive, { force: true })).catch(() => {});
  }

  /** Resolves when the node answers and sees that many brokers. */
  async ready(brokers: number): Promise<void> {
    const { nodeId, adminPort, readyTimeoutMs } = this.#options;
    const deadline = Date.now() + readyTimeoutMs;
    while ((await countBrokers(adminPort).catch(() => 0)) < brokers) {
      if (!this.#process) throw new Error(`Kafka node ${nodeId} ended:\n${await this.#complaints()}`);
      if (Date.now() > deadline)
        throw new Error(
          `Kafka node ${nodeId} not ready within ${readyTimeoutMs} ms:\n${await this.#complaints()}`,
        );
      await delay(50);
    }
  }

  async end(signal: 'SIGTERM' | 'SIGKILL', graceMs: number): Promise<void> {
    const child = this.#process;
    if (!child) return;
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await this.#exited;
    clearTimeout(timer);
  }

  async log(): Promise<string> {
    return readFile(join(this.#options.dir, 'log'), 'utf8').catch(() => '');
  }

  async #complaints(): Promise<string> {
    const lines = (await this.log()).split('\n').filter((line) => /ERROR|Exception|Error:/.test(line));
    return lines.slice(0, 8).join('\n');
  }
}
