import { missedText } from '@domovoy/domain';
import type { MissedChangesResolvers } from '../../types.generated.ts';
import { languageOf } from '../language.ts';

export const MissedChanges: MissedChangesResolvers = {
  code: ({ missedReason }) => missedReason ?? '',
  message: ({ missedReason }, { language }) => missedText(missedReason ?? '', languageOf(language)),
  isCaughtUp: ({ missedEntity }) => missedEntity === null,
};
