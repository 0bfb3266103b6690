import { CompanyShortName, messagesIn, signUps } from '@domovoy/models';
import { BROKEN_BYTES } from './broken-bytes.ts';
import { BROKEN_MESSAGES } from './broken-messages.ts';
import { BROKEN_SIGN_UPS } from './broken-sign-ups.ts';
import type { PoisonKind } from './poison-kind.ts';

/** Every kind of bad record that the sandbox can send, as data: for tests that go through all of them. */
export const POISON: readonly PoisonKind[] = [...BROKEN_BYTES, ...BROKEN_SIGN_UPS, ...BROKEN_MESSAGES];

/** A poison record, ready to be produced. */
export interface PoisonRecord extends Omit<PoisonKind, 'value' | 'on'> {
  topic: string;
  value: Uint8Array | null;
}

/** One record of every kind, for the topics of a company. */
export function poisonRecords(companyShortName: string): PoisonRecord[] {
  return POISON.map((kind) => poisonRecord(kind, companyShortName));
}

export function poisonRecord({ on, value, ...kind }: PoisonKind, companyShortName: string): PoisonRecord {
  const company = CompanyShortName.parse(companyShortName);
  const { name: topic } = on === 'sign-ups' ? signUps(company) : messagesIn(company);
  return { ...kind, topic, value: value() };
}
