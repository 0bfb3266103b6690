import { array, askBroker, text } from './kafka-request.ts';

const DESCRIBE_GROUPS = { key: 15, version: 0 };
const LEAVE_GROUP = { key: 13, version: 0 };

/**
 * Takes every member out of a consumer group, as the broker does by itself when their sessions end. After a kill -9
 * that is up to 10 s later; a test that has shown it once need not wait for it every time.
 */
export async function endSessions(port: number, groupId: string): Promise<void> {
  await askBroker(port, async (ask) => {
    const answer = await ask(DESCRIBE_GROUPS, array([text(groupId)]));
    for (const memberId of memberIds(answer))
      await ask(LEAVE_GROUP, Buffer.concat([text(groupId), text(memberId)]));
  });
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
