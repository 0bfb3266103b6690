import { userInputError } from '../../errors/public-error.ts';

const MAX_ASSIGNEE = 100;

/** Who is to look after something: until people have accounts here, a name as the company writes it. */
export function assigneeOf(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const name = text.trim();
  if (name === '' || name.length > MAX_ASSIGNEE || name.includes('\0'))
    throw userInputError(`\`assignee\` has 1 to ${MAX_ASSIGNEE} characters.`);
  return name;
}
