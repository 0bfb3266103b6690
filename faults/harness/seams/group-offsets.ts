import { CompanyShortName, messagesIn, messagesOut, signUps, signUpsAll } from '@domovoy/models';
import kafkajs from 'kafkajs';
import type { SandboxProcess } from '../parts/sandbox.ts';
import { endSessions } from './group-members.ts';

/** Of a group that nobody is in: where it goes on reading. */
export async function moveOffsets(
  { brokers, groupId, companyShortName, kafkaPort }: SandboxProcess,
  to: 'earliest' | 'latest',
): Promise<void> {
  await endSessions(kafkaPort, groupId);
  const { Kafka, logLevel } = kafkajs;
  const admin = new Kafka({ clientId: 'fault-test', brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const company = CompanyShortName.parse(companyShortName);
  try {
    for (const { name: topic } of [signUpsAll(), signUps(company), messagesIn(company), messagesOut(company)])
      await admin.resetOffsets({ groupId, topic, earliest: to === 'earliest' });
  } finally {
    await admin.disconnect();
  }
}
