import { MESSAGE_FIELDS } from '@domovoy/domain';
import { userInputError } from '../../../../errors/public-error.ts';
import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { MAX_TEXT } from '../../policy-input.ts';

export const previewWelcome: NonNullable<QueryResolvers['previewWelcome']> = async (
  _parent,
  { text, signUpId },
  { commands },
) => {
  if (text.length > MAX_TEXT) throw userInputError(`\`text\` may have ${MAX_TEXT} characters at most.`);
  // An id that is none is not found either.
  const id = typeof signUpId === 'string' ? (decodeId('SignUp', signUpId) ?? 0n) : null;
  const filled = await commands.previewWelcome(text, id);
  if (filled.kind === 'not-found') throw userInputError('There is no sign-up with this id.');
  const knownFields = [...MESSAGE_FIELDS];
  return filled.kind === 'text'
    ? { text: filled.text === '' ? null : filled.text, unknownFields: [], knownFields }
    : { text: null, unknownFields: [...filled.fields], knownFields };
};
