import { describe, expect, test } from 'vitest';
import { createPasswords } from './passwords.ts';

const passwords = createPasswords();
const PASSWORD = 'correct horse battery staple';

describe('a kept password', () => {
  test('is an Argon2id of 19 MiB and two passes, each with a salt of its own', async () => {
    const [one, two] = await Promise.all([passwords.hash(PASSWORD), passwords.hash(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/);
    expect(two).not.toBe(one);
    expect(one).not.toContain(PASSWORD);
  });

  test('is known again, and no other one is', async () => {
    const kept = await passwords.hash(PASSWORD);
    expect(await passwords.verify(PASSWORD, kept)).toBe(true);
    expect(await passwords.verify(`${PASSWORD} `, kept)).toBe(false);
    expect(await passwords.verify('', kept)).toBe(false);
  });

  test('is the same however its letters were typed', async () => {
    const kept = await passwords.hash('йогурт и ёлка'.normalize('NFC'));
    expect(await passwords.verify('йогурт и ёлка'.normalize('NFD'), kept)).toBe(true);
  });

  test('of other costs is known as well: what is kept says how it was made', async () => {
    // argon2id("password", salt "somesalt", m = 64 MiB, t = 2, p = 1), of the reference implementation's own tests.
    const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await passwords.verify('password', kept)).toBe(true);
    expect(await passwords.verify('Password', kept)).toBe(false);
  });

  test('that nobody has is never right, and costs the same work', async () => {
    const cpuMsOf = async (hash: string | null) => {
      const before = process.cpuUsage();
      for (let i = 0; i < 5; i += 1) expect(await passwords.verify('zeros', hash)).toBe(false);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    const kept = await passwords.hash(PASSWORD);
    const [known, nobody] = [await cpuMsOf(kept), await cpuMsOf(null)];
    // Without the work it would be a hundredth.
    expect(nobody).toBeGreaterThan(known / 3);
  });
});
