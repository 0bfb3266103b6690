import { hintText } from '@domovoy/domain';
import type { CheckStepResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { languageOf } from '../language.ts';

export const CheckStep: CheckStepResolvers = {
  state: ({ state }) => upperCase(state),
  ok: ({ state }) => state !== 'failed',
  ms: ({ durationMs }) => durationMs,
  hint: ({ hint, names, hookUrl }, { language }) =>
    hint === null ? null : hintText(hint, { language: languageOf(language), names, url: hookUrl }),
  hintCode: ({ hint }) => hint,
};
