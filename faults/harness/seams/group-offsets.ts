import { listPartitionEnds } from '@domovoy/kafka-client';
import { CompanyShortName, messagesIn, messagesOut, signUps, signUpsAll } from '@domovoy/models';
import { endSessions } from './group-members.ts';
import { array, askBroker, int32, int64, text } from './kafka-request.ts';

const OFFSET_COMMIT = { key: 8, version: 1 };
/** Of a commit by nobody, which a group without members takes. */
const NO_MEMBER = [int32(-1), text('')];
const NO_TIME = int64(-1n);

/** Where a group goes on reading in which nobody is any more. */
export async function moveOffsets(
  given: { kafkaPort: number; groupId: string; companyShortName: string },
  to: 'start' | 'end',
): Promise<void> {
  const { kafkaPort, groupId } = given;
  await endSessions(kafkaPort, groupId);
  const access = { brokers: [`127.0.0.1:${kafkaPort}`] };
  const company = CompanyShortName.parse(given.companyShortName);
  const topics: Buffer[] = [];
  for (const { name } of [signUpsAll(), signUps(company), messagesIn(company), messagesOut(company)]) {
    const ends = await listPartitionEnds(access, name);
    const partitions = ends.map((one) =>
      Buffer.concat([int32(one.partition), int64(one[to]), NO_TIME, text('')]),
    );
    topics.push(Buffer.concat([text(name), array(partitions)]));
  }
  const body = Buffer.concat([text(groupId), ...NO_MEMBER, array(topics)]);
  await askBroker(kafkaPort, (ask) => ask(OFFSET_COMMIT, body));
}
