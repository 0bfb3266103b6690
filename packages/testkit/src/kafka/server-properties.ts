import { join } from 'node:path';

export interface NodePorts {
  client: number;
  /** Where the third party of a secure broker, or the proxy before a plain one, connects to. */
  internal: number;
  controller: number;
  /** Where a plain broker tells the clients of its internal listener to go: the proxy's port. */
  proxy: number;
}

export interface NodePlan {
  nodeId: number;
  dir: string;
  nodes: readonly NodePorts[];
  secure: { keyStoreFile: string; reauthMs: number | undefined } | undefined;
  hasAcls: boolean;
  config: Readonly<Record<string, string | number | boolean>>;
}

/**
 * server.properties of one combined broker and controller. A secure broker has two listeners: CLIENT
 * (SASL_SSL) for the client under test, PLAIN for the "third party" who creates topics and produces, and who
 * is a superuser. A plain one has PLAIN for everybody and PROXIED for clients that go through a fault proxy.
 */
export function serverProperties({ nodeId, dir, nodes, secure, hasAcls, config }: NodePlan): string {
  const ports = nodes[nodeId];
  if (!ports) throw new Error(`There is no node ${nodeId}`);
  const replicas = Math.min(nodes.length, 3);
  const minInSync = Math.min(replicas, 2);
  const clients = secure
    ? [`CLIENT://127.0.0.1:${ports.client}`, `PLAIN://127.0.0.1:${ports.internal}`]
    : [`PLAIN://127.0.0.1:${ports.client}`, `PROXIED://127.0.0.1:${ports.internal}`];
  // Clients follow the addresses that a broker advertises: a proxy only sees them if it is advertised.
  const advertised = clients.map((listener) =>
    listener.replace(/^PROXIED:.*/, `PROXIED://127.0.0.1:${ports.proxy}`),
  );
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': nodeId,
    'controller.quorum.voters': nodes.map((node, id) => `${id}@127.0.0.1:${node.controller}`).join(','),
    listeners: [...clients, `CONTROLLER://127.0.0.1:${ports.controller}`].join(','),
    'advertised.listeners': advertised.join(','),
    'listener.security.protocol.map':
      'PLAIN:PLAINTEXT,PROXIED:PLAINTEXT,CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAIN',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(dir, 'data'),
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'min.insync.replicas': minInSync,
    'num.partitions': 1,
    // Internal topics of one partition: the first group joins in 0.3 s instead of seconds.
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.num.partitions': 1,
    'transaction.state.log.min.isr': minInSync,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.num.partitions': 1,
    'share.coordinator.state.topic.min.isr': minInSync,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    // A controller that was killed and starts again waits for its old session; 2.3 s instead of 9–11 s.
    'broker.session.timeout.ms': 2000,
    'broker.heartbeat.interval.ms': 500,
    // Small: several brokers and the tests share two cores.
    'log.cleaner.dedupe.buffer.size': 2_097_152,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'background.threads': 2,
    'num.recovery.threads.per.data.dir': 1,
    ...(secure && {
      'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
      'listener.name.client.scram-sha-512.sasl.jaas.config':
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': secure.keyStoreFile,
    }),
    ...(secure?.reauthMs !== undefined && { 'connections.max.reauth.ms': secure.reauthMs }),
    ...(hasAcls && {
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      // Who comes through a plaintext listener is ANONYMOUS.
      'super.users': 'User:ANONYMOUS',
    }),
    ...config,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
