import { createPasswords, createPerson, resetPassword } from '@domovoy/domain';
import type { Store } from '@domovoy/store';
import { readJsonIfThere, writePrivateFile } from './data-dir.ts';
import { DemoOwner } from './endpoints.ts';

const EMAIL = 'owner@demo.example';

/**
 * The one that the launcher gives to whoever tries people out. The password is kept in the data folder, because the
 * store holds only its hash; with another database, or without the file, another is made.
 */
export async function ensureDemoOwner(
  store: Store,
  { file, companyId }: { file: string; companyId: bigint },
): Promise<DemoOwner> {
  const kept = DemoOwner.safeParse(readJsonIfThere(file)).data;
  const passwords = createPasswords();
  const given = { companyId, email: EMAIL, name: 'Владелец', role: 'owner', actor: 'cli' } as const;
  const { password, user } = await createPerson(store, passwords, given);
  const isKept = kept !== undefined && (await passwords.verify(kept.password, user.passwordHash));
  // Once the person has chosen a password of their own, it is theirs: nobody takes it back by starting again.
  if (isKept || (kept !== undefined && password === null)) return kept;
  const owner = {
    email: EMAIL,
    password:
      password ?? (await resetPassword(store, passwords, { email: EMAIL, actor: 'cli' }))?.password ?? '',
  };
  writePrivateFile(file, `${JSON.stringify(owner)}\n`);
  return owner;
}
