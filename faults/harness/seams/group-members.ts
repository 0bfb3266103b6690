import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const DESCRIBE_GROUPS = 15;
const LEAVE_GROUP = 13;

/**
 * Takes every member out of a consumer group, as the broker does by itself when their sessions end. After a kill -9
 * that is up to 10 s later; a test that has shown it once need not wait for it every time.
 */
export async function endSessions(port: number, groupId: string): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  try {
    const answer = await request(socket, DESCRIBE_GROUPS, Buffer.concat([int32(1), text(groupId)]));
    for (const memberId of memberIds(answer))
      await request(socket, LEAVE_GROUP, Buffer.concat([text(groupId), text(memberId)]));
  } finally {
    socket.destroy();
  }
}

/** One request of version 0 and the body of its answer. */
async function request(socket: Socket, kind: number, body: Buffer): Promise<Buffer> {
  const content = Buffer.concat([int16(kind), int16(0), int32(1), text('fault-test'), body]);
  socket.write(Buffer.concat([int32(content.length), content]));
  let answer: Buffer = Buffer.alloc(0);
  while (answer.length < 4 || answer.length < 4 + answer.readInt32BE(0)) {
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    answer = Buffer.concat([answer, bytes]);
  }
  return answer.subarray(8);
}

/** Of DescribeGroups 0 for one group: the groups' count, then error, id, state, protocol type, protocol and members. */
function memberIds(answer: Buffer): string[] {
  let at = 4 + 2;
  const readText = () => {
    const length = answer.readInt16BE(at);
    at += 2 + length;
    return answer.toString('utf8', at - length, at);
  };
  const skipBytes = () => {
    at += 4 + answer.readInt32BE(at);
  };
  for (let skipped = 0; skipped < 4; skipped += 1) readText();
  const count = answer.readInt32BE(at);
  at += 4;
  return Array.from({ length: count }, () => {
    const memberId = readText();
    readText(); // client id
    readText(); // host
    skipBytes(); // metadata
    skipBytes(); // assignment
    return memberId;
  });
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([int16(bytes.length), bytes]);
}
