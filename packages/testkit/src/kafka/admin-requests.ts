import net from 'node:net';

/**
 * The two requests that the launcher itself makes, spoken by hand so that starting a broker needs no client
 * library: "how many brokers do you see" and "create these ACLs". Each on a fresh plaintext connection.
 */

const API = { metadata: 3, createAcls: 30 } as const;
const RESOURCE = { topic: 2, group: 3, cluster: 4 } as const;
const PATTERN = { literal: 3, prefixed: 4 } as const;
const OPERATION = { all: 2, read: 3, write: 4, create: 5, delete: 6, alter: 7, describe: 8 } as const;
const ALLOW = 3;

export interface KafkaAcl {
  user: string;
  resource: keyof typeof RESOURCE;
  name: string;
  pattern?: keyof typeof PATTERN;
  operation: keyof typeof OPERATION;
}

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const string = (value: string): Buffer =>
  Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)]);

/** One request with header v1; resolves with the body of the answer, without its correlation id. */
function ask(
  port: number,
  apiKey: number,
  apiVersion: number,
  body: Buffer,
  timeoutMs = 5000,
): Promise<Buffer> {
  const header = Buffer.concat([int16(apiKey), int16(apiVersion), int32(1), string('domovoy-testkit')]);
  const request = Buffer.concat([int32(header.length + body.length), header, body]);
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`No answer within ${timeoutMs} ms`)));
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (received.length < 4) return;
      const end = 4 + received.readInt32BE(0);
      if (received.length < end) return;
      resolve(received.subarray(8, end));
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The broker closed the connection')));
  });
}

/** Metadata v1 for no topic begins with the list of brokers. */
export async function countBrokers(port: number): Promise<number> {
  const answer = await ask(port, API.metadata, 1, int32(0));
  return answer.readInt32BE(0);
}

export async function createAcls(port: number, acls: readonly KafkaAcl[]): Promise<void> {
  const encoded = acls.map((acl) =>
    Buffer.concat([
      Buffer.from([RESOURCE[acl.resource]]),
      string(acl.name),
      Buffer.from([PATTERN[acl.pattern ?? 'literal']]),
      string(`User:${acl.user}`),
      string('*'),
      Buffer.from([OPERATION[acl.operation], ALLOW]),
    ]),
  );
  const answer = await ask(port, API.createAcls, 1, Buffer.concat([int32(acls.length), ...encoded]));
  let at = 8; // throttle time, number of results
  for (const acl of acls) {
    const code = answer.readInt16BE(at);
    const messageLength = Math.max(0, answer.readInt16BE(at + 2));
    const message = answer.toString('utf8', at + 4, at + 4 + messageLength);
    if (code !== 0)
      throw new Error(`The broker refused the ACL on ${acl.resource} ${acl.name}: ${code} ${message}`);
    at += 4 + messageLength;
  }
}

/** What a third party grants one client: read the topics below some prefixes with one group, write to others. */
export function clientAcls(grant: {
  user: string;
  /** Group ids that begin with this. */
  groupPrefix: string;
  readPrefixes?: readonly string[];
  writePrefixes?: readonly string[];
}): KafkaAcl[] {
  const { user, groupPrefix, readPrefixes = [], writePrefixes = [] } = grant;
  const topic = (name: string, operation: 'read' | 'write'): KafkaAcl => ({
    user,
    resource: 'topic',
    pattern: 'prefixed',
    name,
    operation,
  });
  return [
    { user, resource: 'group', pattern: 'prefixed', name: groupPrefix, operation: 'read' },
    ...readPrefixes.map((prefix) => topic(prefix, 'read')),
    ...writePrefixes.map((prefix) => topic(prefix, 'write')),
  ];
}
