import { type Executor, findUser } from '@domovoy/store';
import { actorOfUser } from './begin-session.ts';

export async function actorOf(db: Executor, userId: bigint): Promise<string> {
  const user = await findUser(db, userId);
  if (user === null) throw new TypeError('people are never deleted');
  return actorOfUser(user);
}
