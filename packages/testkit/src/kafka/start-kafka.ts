import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createAcls, type KafkaAcl } from './admin-requests.ts';
import { makeServerCertificate, readServerCertificate } from './certificates.ts';
import { freePorts } from './free-ports.ts';
import { fetchKafkaJars } from './jars.ts';
import { KafkaNode } from './kafka-node.ts';
import { type NodePorts, serverProperties } from './server-properties.ts';

export interface StartKafkaOptions {
  /** 1, or 3 for a cluster of combined broker and controller nodes. */
  brokers?: number;
  /** Clients connect over SASL_SSL with SCRAM-SHA-512 and a certificate of an own authority. */
  sasl?: boolean;
  /** Name → password; the first one is `username` and `password` of the result. Only with `sasl`. */
  users?: Readonly<Record<string, string>>;
  /** Switches the authorizer on: what is not granted is forbidden. Only with `sasl`. */
  acls?: readonly KafkaAcl[];
  /** connections.max.reauth.ms: how long a login lasts. */
  reauthMs?: number;
  /** Any server property. */
  config?: Readonly<Record<string, string | number | boolean>>;
  /** Kept by `stop()` and used again (with the same ports) when given; else a temporary folder. */
  dataDir?: string;
  version?: string;
  cacheDir?: string;
  heapMb?: number;
  readyTimeoutMs?: number;
}

export interface RealKafka extends AsyncDisposable {
  /** `host:port` for the clients under test. */
  readonly brokers: string[];
  /** Plaintext, superuser: create topics, produce what a third party would. */
  readonly adminBrokers: string[];
  /** PEM of the authority, only with `sasl`. */
  readonly ca: string | undefined;
  /**
   * Only of plain brokers: put a fault proxy with `port` as target and `listenPort` as its own port before the
   * first node, and clients that connect to the proxy stay with it.
   */
  readonly proxied: { port: number; listenPort: number } | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly pids: readonly (number | undefined)[];
  grant(acls: readonly KafkaAcl[]): Promise<void>;
  kill9(node?: number): Promise<void>;
  /** An orderly stop (controlled shutdown) of one node. */
  stopNode(node?: number): Promise<void>;
  /** Stops the node when it runs, starts it, waits until it is ready. */
  restart(node?: number): Promise<void>;
  log(node?: number): Promise<string>;
  stop(): Promise<void>;
}

interface Cluster {
  dir: string;
  isTemporary: boolean;
  isFresh: boolean;
  ports: NodePorts[];
  ca: string | undefined;
  nodes: KafkaNode[];
}

/**
 * Starts a real Apache Kafka (KRaft, plain Java processes). Needs Java 17+ and, the first time, Maven; with
 * `sasl` also openssl. One node is ready in 1.5 s, three in 4 s.
 */
export async function startKafka(options: StartKafkaOptions = {}): Promise<RealKafka> {
  const cluster = await prepare(options);
  const { nodes, ports } = cluster;
  const users = options.users ?? DEFAULT_USERS;
  const adminPort = (at: number) => (options.sasl ? ports[at]?.internal : ports[at]?.client) ?? 0;
  const node = (at: number): KafkaNode => {
    const found = nodes[at];
    if (!found) throw new Error(`There is no Kafka node ${at}`);
    return found;
  };
  const stop = async () => {
    // A cluster is killed: an orderly stop of three nodes waits for a leader that is going away too.
    const signal = nodes.length > 1 ? 'SIGKILL' : 'SIGTERM';
    await Promise.all(nodes.map((each) => each.end(signal, 10_000)));
    if (cluster.isTemporary) await rm(cluster.dir, { recursive: true, force: true });
  };
  try {
    for (const each of nodes) each.launch();
    await Promise.all(nodes.map((each) => each.ready(nodes.length)));
    if (cluster.isFresh && options.acls?.length) await createAcls(adminPort(0), options.acls);
  } catch (cause) {
    await Promise.all(nodes.map((each) => each.end('SIGKILL', 1000)));
    if (cluster.isTemporary) await rm(cluster.dir, { recursive: true, force: true });
    throw cause;
  }
  const [username, password] = options.sasl ? (Object.entries(users)[0] ?? []) : [];
  return {
    brokers: ports.map((each) => `127.0.0.1:${each.client}`),
    adminBrokers: ports.map((_, at) => `127.0.0.1:${adminPort(at)}`),
    ca: cluster.ca,
    proxied: options.sasl ? undefined : { port: ports[0]?.internal ?? 0, listenPort: ports[0]?.proxy ?? 0 },
    username,
    password,
    get pids() {
      return nodes.map((each) => each.pid);
    },
    grant: (acls) => createAcls(adminPort(0), acls),
    kill9: (at = 0) => node(at).end('SIGKILL', 5000),
    stopNode: (at = 0) => node(at).end('SIGTERM', 20_000),
    async restart(at = 0) {
      await node(at).end('SIGTERM', 20_000);
      node(at).launch();
      await node(at).ready(nodes.filter((each) => each.isRunning).length);
    },
    log: (at = 0) => node(at).log(),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

const DEFAULT_USERS = { client: 'client-secret' };

async function prepare(options: StartKafkaOptions): Promise<Cluster> {
  const libs = await fetchKafkaJars(options.version, options.cacheDir);
  const dir = options.dataDir ? resolve(options.dataDir) : await mkdtemp(join(tmpdir(), 'domovoy-kafka-'));
  await mkdir(dir, { recursive: true });
  // The ports are part of a stored cluster: the nodes find each other by them.
  const portsFile = join(dir, 'ports.json');
  const isFresh = !existsSync(portsFile);
  const ports = isFresh ? await choosePorts(options.brokers ?? 1) : await readPorts(portsFile);
  const tlsDir = join(dir, 'tls');
  const certificate = options.sasl
    ? await (isFresh ? makeServerCertificate(tlsDir) : readServerCertificate(tlsDir))
    : undefined;
  const nodes = await Promise.all(
    ports.map(async (port, nodeId) => {
      const nodeDir = join(dir, `node-${nodeId}`);
      await mkdir(nodeDir, { recursive: true });
      const properties = serverProperties({
        nodeId,
        dir: nodeDir,
        nodes: ports,
        secure: certificate && { keyStoreFile: certificate.keyStoreFile, reauthMs: options.reauthMs },
        hasAcls: options.acls !== undefined,
        config: options.config ?? {},
      });
      await writeFile(join(nodeDir, 'server.properties'), properties);
      return new KafkaNode({
        nodeId,
        dir: nodeDir,
        libs,
        heapMb: options.heapMb ?? 256,
        adminPort: options.sasl ? port.internal : port.client,
        readyTimeoutMs: options.readyTimeoutMs ?? 60_000,
      });
    }),
  );
  if (isFresh) {
    const clusterId = randomBytes(16).toString('base64url');
    const users = options.sasl ? (options.users ?? DEFAULT_USERS) : {};
    await Promise.all(nodes.map((node) => node.format(clusterId, users)));
    await writeFile(portsFile, JSON.stringify(ports));
  }
  return { dir, isTemporary: !options.dataDir, isFresh, ports, ca: certificate?.ca, nodes };
}

async function choosePorts(brokers: number): Promise<NodePorts[]> {
  const free = await freePorts(brokers * 4);
  return Array.from({ length: brokers }, (_, node) => ({
    client: free[node * 4] ?? 0,
    internal: free[node * 4 + 1] ?? 0,
    controller: free[node * 4 + 2] ?? 0,
    proxy: free[node * 4 + 3] ?? 0,
  }));
}

/** We wrote the file ourselves. */
async function readPorts(file: string): Promise<NodePorts[]> {
  const ports: NodePorts[] = JSON.parse(await readFile(file, 'utf8'));
  return ports;
}
