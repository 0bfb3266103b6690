/** Why a password is not taken. */
export type PasswordProblem = 'TOO_SHORT' | 'TOO_LONG' | 'IS_EMAIL';

const SHORTEST = 12;
/** Longer than any that a person has; Argon2 would take megabytes. */
const LONGEST = 256;

/** Length is what counts; rules about signs only make people write `Password1!`. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  if (Array.from(password).length < SHORTEST) return 'TOO_SHORT';
  if (password.length > LONGEST) return 'TOO_LONG';
  const plain = password.trim().toLowerCase();
  return plain === email || plain === email.split('@', 1)[0] ? 'IS_EMAIL' : null;
}

const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[a-z0-9\-.\p{L}]{1,190}$/u;

/** As it is kept; null: it is none. */
export function readEmail(text: string): string | null {
  const email = text.trim().normalize('NFKC').toLowerCase();
  return email.length <= 254 && !email.includes('\0') && EMAIL.test(email) ? email : null;
}

const LONGEST_NAME = 100;

export function readPersonName(text: string): string | null {
  const name = text.trim();
  return name !== '' && name.length <= LONGEST_NAME && !name.includes('\0') ? name : null;
}
