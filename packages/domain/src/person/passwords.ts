import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** Passwords as they are kept. */
export interface Passwords {
  /** A PHC string: `$argon2id$v=19$m=…`. */
  hash(password: string): Promise<string>;
  /** Null for whom nobody has a password: the same work is done, and the answer is no. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

interface Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP's second choice of equal strength: 19 MiB, 2 passes; 46 ms on the machine of docs/status.md. */
const COST: Cost = { memoryKiB: 19 * 1_024, passes: 2, lanes: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Of whom nobody has a password. No password gives it: its hash is zeros. */
const NOBODY = phc(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));
/** Each takes 19 MiB and a thread of the four that Node has for files and names as well. */
const AT_ONCE = 2;

/** Argon2id, by Node's own OpenSSL. */
export function createPasswords(): Passwords {
  const turns = createTurns(AT_ONCE);
  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      return phc(COST, salt, await turns(() => derive(password, salt, COST, HASH_BYTES)));
    },
    verify: async (password, kept) => {
      const { cost, salt, hash } = readPhc(kept ?? NOBODY);
      const given = await turns(() => derive(password, salt, cost, hash.length));
      return kept !== null && timingSafeEqual(given, hash);
    },
  };
}

function derive(password: string, salt: Buffer, cost: Cost, bytes: number): Promise<Buffer> {
  const parameters: Argon2Parameters = {
    // The same letters, however they were typed: й is one character or two.
    message: password.normalize('NFKC'),
    nonce: salt,
    parallelism: cost.lanes,
    tagLength: bytes,
    memory: cost.memoryKiB,
    passes: cost.passes,
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

function phc({ memoryKiB, passes, lanes }: Cost, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function readPhc(text: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const [, memory, passes, lanes, salt, hash] = PHC.exec(text) ?? [];
  if (salt === undefined || hash === undefined)
    throw new TypeError('a stored password is no PHC string of Argon2id');
  const cost = { memoryKiB: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

/** At most so many at the same time; the others wait in the order in which they came. */
function createTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
