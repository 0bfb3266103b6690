/** A longer one is no chat message, and no telephone shows it. */
export const LONGEST_MESSAGE = 4_000;

// Line ends and tabs are text; the other control characters are not, and some have a meaning to our statements.
const CONTROL = /[\p{Cc}--[\t\n\r]]/gv;

/** A person's text as it is stored and sent, both alike: by it the message is known again. Null: there is nothing to send, or too much. */
export function outgoingText(given: string): string | null {
  const text = given.replace(CONTROL, '').toWellFormed().trim();
  return text === '' || text.length > LONGEST_MESSAGE ? null : text;
}
