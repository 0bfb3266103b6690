import { userInputError } from '../../errors/public-error.ts';
import { textValue } from './filter-value.ts';

/** Longer than any address; a search of a whole document would only be a way to make us work. */
const MAX_CHARACTERS = 200;

export function searchValue(text: string | null | undefined): string | undefined {
  if ((text?.length ?? 0) > MAX_CHARACTERS)
    throw userInputError(`\`search\` may have ${MAX_CHARACTERS} characters at most.`);
  return textValue(text);
}
