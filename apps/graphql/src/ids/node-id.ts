import type { InboxCoordinates, IssueSubject } from '@domovoy/store';
import { decodeOpaque, encodeOpaque } from './opaque-id.ts';

const PREFIXES = {
  Abonent: 'abn',
  Account: 'acc',
  ApiKey: 'key',
  AuditEvent: 'aud',
  CannedResponse: 'cnr',
  Company: 'cmp',
  Conversation: 'cnv',
  Delivery: 'dlv',
  DeliveryTarget: 'tgt',
  Entrance: 'ent',
  Flat: 'flt',
  Job: 'job',
  Integration: 'int',
  Invitation: 'inv',
  Message: 'msg',
  Service: 'svc',
  ServiceConnection: 'scn',
  Session: 'ses',
  SignUp: 'sup',
  StaffMember: 'stf',
  SyncRun: 'syn',
} as const;

/** Types whose rows have one number as their key. A session is the caller's own alone, and no `Node`. */
export type NumberedType = keyof typeof PREFIXES;

const MAX_BIGINT = 2n ** 63n - 1n;

export const encodeId = (type: NumberedType, id: bigint): string => `${PREFIXES[type]}_${encodeOpaque(id)}`;

/** Null for what is no id of this type: nothing can be found under it. */
export function decodeId(type: NumberedType, text: string): bigint | null {
  const prefix = `${PREFIXES[type]}_`;
  const id = text.startsWith(prefix) ? decodeOpaque(text.slice(prefix.length)) : null;
  return id !== null && id > 0n && id <= MAX_BIGINT ? id : null;
}

/** An inbox event's key is where its record stands: source and partition of 32 bits, offset of 64. */
export const encodeInboxId = ({ sourceId, partition, offset }: InboxCoordinates): string =>
  `inb_${encodeOpaque((BigInt(sourceId) << 96n) | (BigInt(partition) << 64n) | offset, 128)}`;

export function decodeInboxId(text: string): InboxCoordinates | null {
  const value = text.startsWith('inb_') ? decodeOpaque(text.slice(4), 128) : null;
  if (value === null) return null;
  const at = {
    sourceId: Number(value >> 96n),
    partition: Number((value >> 64n) & 0xffff_ffffn),
    offset: value & 0xffff_ffff_ffff_ffffn,
  };
  const isPossible = at.sourceId < 2 ** 31 && at.partition < 2 ** 31 && at.offset <= MAX_BIGINT;
  return isPossible ? at : null;
}

/** Of what an issue's cause is the fingerprint. */
export interface IssueReference {
  readonly subject: IssueSubject;
  /** 120 bits, in hexadecimal. */
  readonly fingerprint: string;
}

const SUBJECTS = { delivery: 1n, event: 2n } as const satisfies Record<IssueSubject, bigint>;
const FINGERPRINT_BITS = 120n;

/** An issue's key is the fingerprint of its cause; what it is about stands before it, so that an id tells what it needs. */
export const encodeIssueId = ({ subject, fingerprint }: IssueReference): string =>
  `iss_${encodeOpaque((SUBJECTS[subject] << FINGERPRINT_BITS) | BigInt(`0x${fingerprint}`), 128)}`;

export function decodeIssueId(text: string): IssueReference | null {
  const value = text.startsWith('iss_') ? decodeOpaque(text.slice(4), 128) : null;
  if (value === null) return null;
  const fingerprint = BigInt.asUintN(Number(FINGERPRINT_BITS), value).toString(16).padStart(30, '0');
  for (const subject of ['delivery', 'event'] as const)
    if (value >> FINGERPRINT_BITS === SUBJECTS[subject]) return { subject, fingerprint };
  return null;
}

export type NodeReference =
  | { type: NumberedType; id: bigint }
  | { type: 'InboxEvent'; at: InboxCoordinates }
  | { type: 'Issue'; issue: IssueReference };

/** Which object an id names; null for what is no id. */
export function decodeNodeId(text: string): NodeReference | null {
  const at = decodeInboxId(text);
  if (at) return { type: 'InboxEvent', at };
  const issue = decodeIssueId(text);
  if (issue) return { type: 'Issue', issue };
  for (const type of Object.keys(PREFIXES) as NumberedType[]) {
    const id = decodeId(type, text);
    if (id !== null) return { type, id };
  }
  return null;
}
