import { CliError } from '../cli-error.ts';
import type { Environment } from '../env.ts';
import type { WriteLine } from '../terminal/reporter.ts';
import type { Command } from './parse-command.ts';
import { chooseDatabase } from './running-instance.ts';

type CreatePerson = Extract<Command, { name: 'person create' }>;
type UnlinkIdentity = Extract<Command, { name: 'person unlink-identity' }>;
type ResetPassword = Extract<Command, { name: 'person reset-password' }>;

/** `domovoy person create`: the first owner of a company. Others are invited by them. The password is shown this once. */
export async function runCreatePerson(
  { company: shortName, email: given, personName, role, dataDir, isJson }: CreatePerson,
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const databaseUrl = chooseDatabase(environment, dataDir);
  const { listCompanies, openStore } = await import('@domovoy/store');
  const { createPasswords, createPerson, readEmail, readPersonName } = await import('@domovoy/domain');
  const email = readEmail(given);
  if (email === null) throw new CliError(`"${given}" is no e-mail.`, { code: 'EMAIL_INVALID' });
  const name = readPersonName(personName ?? email);
  if (name === null) throw new CliError('A name has 1 to 100 characters.', { code: 'NAME_INVALID' });
  await using store = openStore(databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const companies = await listCompanies(store.db);
  const company = companies.find((one) => one.shortName === shortName);
  if (!company)
    throw new CliError(`There is no company "${shortName}" in this database.`, {
      code: 'UNKNOWN_COMPANY',
      details: [`Known: ${companies.map((one) => one.shortName).join(', ') || 'none yet'}`],
    });
  const person = { companyId: company.id, email, name, role, actor: 'cli' };
  const { password, isNewMember } = await createPerson(store, createPasswords(), person);
  if (!isNewMember) throw new CliError(`${email} belongs to ${shortName} already.`, { code: 'STAFF_EXISTS' });
  if (isJson) write(JSON.stringify({ company: shortName, email, role, password }));
  else if (password === null)
    write(`${email} signs in as before, and belongs to ${shortName} as ${role} now.`);
  else writePassword(write, email, password);
  return 0;
}

/** `domovoy person reset-password`: for who has lost theirs. All their sessions end; a second factor stays. */
export async function runResetPassword(
  { email: given, dataDir, isJson }: ResetPassword,
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const databaseUrl = chooseDatabase(environment, dataDir);
  const { openStore } = await import('@domovoy/store');
  const { createPasswords, readEmail, resetPassword } = await import('@domovoy/domain');
  await using store = openStore(databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const email = readEmail(given);
  const made = email && (await resetPassword(store, createPasswords(), { email, actor: 'cli' }));
  if (email === null || made === null || made === '')
    throw new CliError(`Nobody has the e-mail ${given}.`, { code: 'UNKNOWN_PERSON' });
  if (isJson) write(JSON.stringify({ email, password: made.password }));
  else writePassword(write, email, made.password);
  return 0;
}

/** `domovoy person unlink-identity`: for who was made anew at the identity provider, and is a stranger by their new name. */
export async function runUnlinkIdentity(
  { email: given, dataDir, isJson }: UnlinkIdentity,
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const databaseUrl = chooseDatabase(environment, dataDir);
  const { openStore } = await import('@domovoy/store');
  const { readEmail, unlinkIdentity } = await import('@domovoy/domain');
  await using store = openStore(databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const email = readEmail(given);
  const found = email && (await unlinkIdentity(store, { email, actor: 'cli' }));
  if (email === null || found === null || found === '')
    throw new CliError(`Nobody has the e-mail ${given}.`, { code: 'UNKNOWN_PERSON' });
  const { issuers } = found;
  if (isJson) write(JSON.stringify({ email, unlinked: issuers }));
  else if (issuers.length === 0) write(`${email} never signed in at an identity provider: nothing changed.`);
  else write(`${email} is known there by their verified e-mail again, the next time they sign in.`);
  return 0;
}

function writePassword(write: WriteLine, email: string, password: string): void {
  write(password);
  write(`Keep it now: it is not shown again. ${email} signs in with it, and should choose another.`);
}
