import { type NoteRefusal, noteRefusedSignIn } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';

/**
 * Writes down who was not let in, after the answer: the work that is done for people whom we know alone must not be seen
 * in its time. The log hears of everybody, without who it was and from where.
 */
export function createRefusalTrail(store: Store, logger: Logger) {
  const open = new Set<Promise<void>>();
  const write = async (refused: Parameters<NoteRefusal>[0]) => {
    const { reason } = refused;
    try {
      const isKnown = await noteRefusedSignIn(store, refused);
      logger.warn({ event: 'sign-in-refused', reason, isKnown });
    } catch (error) {
      logger.error({ event: 'sign-in-refused', reason, err: error }, 'a refused sign-in is not in the trail');
    }
  };
  return {
    note: (refused: Parameters<NoteRefusal>[0]): void => {
      const work = write(refused).finally(() => open.delete(work));
      open.add(work);
    },
    /** When all of them are written. */
    settled: async (): Promise<void> => {
      await Promise.all(open);
    },
  };
}
