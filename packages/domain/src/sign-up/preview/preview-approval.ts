import {
  type AccountRow,
  type CompanyScope,
  databaseNow,
  type FlatRow,
  findIntegration,
  type ServiceConnectionRow,
  type SignUpRow,
  type SignUpStep,
  type Store,
} from '@domovoy/store';
import { hasRestAccess } from '../../integration/rosdomofon-config.ts';
import {
  type ApprovalRefused,
  type DecidedApproval,
  decideApproval,
  type SignUpDecision,
} from '../by-hand/decide-approval.ts';
import { accountNumbers } from '../policy/account-numbers.ts';
import { quietMs } from '../policy/quiet-hours.ts';
import { canSignUpMove } from '../sign-up-transitions.ts';
import { messageOf } from '../workflow/message-facts.ts';
import { isVirtualFlat } from '../workflow/settle-match.ts';
import { loadSignUpWork, type SignUpWork } from '../workflow/sign-up-work.ts';
import { nextStep } from '../workflow/steps.ts';

/** Stable: texts are made elsewhere. */
export type ApprovalWarning =
  | 'SEVERAL_ACCOUNTS'
  | 'ACCOUNT_BLOCKED'
  | 'ACCOUNT_NUMBER_TAKEN'
  | 'FLAT_OF_ANOTHER_ABONENT'
  | 'SERVICES_CONNECTED_ALREADY'
  | 'OTHER_SIGN_UP_OPEN'
  | 'CLAIMED_BY_OTHER'
  | 'QUIET_HOURS'
  | 'TARGET_PAUSED';

/** What would leave the house, in this order; nothing begins before what stands before it is done. */
export interface PlannedDelivery {
  /** Null: a CRM is told how it stands. */
  readonly step: SignUpStep | null;
  readonly kind: string;
  readonly integrationId: bigint;
  /** What it waits for at least, besides those before it. */
  readonly waitMs: number;
}

export interface ApprovalPreview {
  readonly signUp: SignUpRow;
  /** Why an approval now would be refused; null: it would not. */
  readonly refusal: ApprovalRefused | { readonly kind: 'wrong-state' } | { readonly kind: 'off' } | null;
  /** Null: see `refusal`. */
  readonly decided: DecidedApproval | null;
  readonly isVirtual: boolean;
  /** The account that would be used; null: one would be made, with `newAccountNumber`. */
  readonly account: AccountRow | null;
  readonly newAccountNumber: string | null;
  /** The flat that would be used; null: one would be made. */
  readonly flat: FlatRow | null;
  /** Of the services to connect those that the flat has: nothing is done about them. */
  readonly connectedServiceIds: readonly number[];
  /** What the abonent would read; null: nothing. */
  readonly message: string | null;
  readonly deliveries: readonly PlannedDelivery[];
  readonly warnings: readonly ApprovalWarning[];
}

const KINDS: Readonly<Partial<Record<SignUpStep, string>>> = {
  started: 'sign_up.set_status',
  account: 'sign_up.ensure_account',
  flat: 'sign_up.ensure_flat',
  connections: 'sign_up.ensure_connections',
  status: 'sign_up.set_status',
  welcome: 'sign_up.send_message',
};

/** What the hub knows by its mirror: RosDomofon has the last word when it is done. */
interface Known {
  readonly accounts: readonly AccountRow[];
  readonly numberTaken: boolean;
  readonly flat: FlatRow | null;
  readonly connections: readonly ServiceConnectionRow[];
}

/** What would happen if a sign-up were approved now. Reads, and changes nothing. Null: the company has no such sign-up. */
export async function previewApproval(
  store: Store,
  given: { companyId: bigint; signUpId: bigint; actor: string; decision: SignUpDecision },
): Promise<ApprovalPreview | null> {
  const { companyId, decision, actor } = given;
  const work = await loadSignUpWork(store, given);
  if (work === null) return null;
  const { signUp, plan, policy } = work;
  const company = store.company(companyId);
  const [decided, rosdomofon, integrations, own, now] = await Promise.all([
    decideApproval(store, { signUp, plan, decision, policy }),
    findIntegration(store.db, { companyId, kind: 'rosdomofon' }),
    company.listIntegrations(),
    company.loadCompany(),
    databaseNow(store.db),
  ]);
  const approval = 'kind' in decided ? null : decided;
  const newNumber = accountNumbers(policy.rules.accountNumber, {
    ...signUp,
    flat: approval?.flat ?? null,
  })[0];
  const known = await lookUp(company, signUp, approval, newNumber ?? null);
  const [account = null] = known.accounts;
  const isOff = rosdomofon === null || !hasRestAccess(rosdomofon.config);
  const quietForMs = quietMs(policy.rules.quietHours, signUp.timeZone, now.getTime());
  return {
    signUp,
    refusal: refusalOf(signUp, decided, isOff),
    decided: approval,
    isVirtual: isVirtualFlat(signUp, { policy }),
    account,
    newAccountNumber: account === null ? (newNumber ?? null) : null,
    flat: known.flat,
    connectedServiceIds: known.connections.map(({ serviceRosdomofonId }) => Number(serviceRosdomofonId)),
    message:
      approval === null ? null : welcomeOf(work, approval, account?.number ?? newNumber ?? null, own?.name),
    deliveries:
      approval === null || isOff
        ? []
        : plannedDeliveries(work, {
            rosdomofonId: rosdomofon.id,
            portals: integrations.filter(({ kind, state }) => kind === 'bitrix24' && state !== 'shadow'),
            quietForMs,
          }),
    warnings: [
      ...warningsOf(signUp, known, approval, actor),
      ...((await hasOtherOpen(company, signUp)) ? (['OTHER_SIGN_UP_OPEN'] as const) : []),
      ...(policy.rules.welcome !== null && quietForMs > 0 ? (['QUIET_HOURS'] as const) : []),
      ...(rosdomofon !== null && (await isPaused(company, rosdomofon.id))
        ? (['TARGET_PAUSED'] as const)
        : []),
    ],
  };
}

function refusalOf(
  { state }: SignUpRow,
  decided: DecidedApproval | ApprovalRefused,
  isOff: boolean,
): ApprovalPreview['refusal'] {
  if (isOff) return { kind: 'off' };
  if (!canSignUpMove(state, 'provisioning')) return { kind: 'wrong-state' };
  return 'kind' in decided ? decided : null;
}

const MOST = 20;

async function lookUp(
  company: CompanyScope,
  signUp: SignUpRow,
  approval: DecidedApproval | null,
  number: string | null,
): Promise<Known> {
  const entrance = approval === null ? null : BigInt(approval.place.entranceId);
  const flatNumber = Number(approval?.flat ?? 0);
  const [accounts, numbered, flats] = await Promise.all([
    company.loadAccountsByPhone({ phones: [signUp.phone], limit: MOST }),
    number === null ? [] : company.loadAccountsByNumber({ numbers: [number], limit: 1 }),
    entrance === null
      ? []
      : company.listFlatsByNumber([{ entranceRosdomofonId: entrance, from: flatNumber, to: flatNumber }]),
  ]);
  const flat = flats[0]?.flat ?? null;
  const wanted = new Set((approval?.services ?? []).map(({ id }) => BigInt(id)));
  const pages =
    flat === null
      ? null
      : await company.listServiceConnectionsOfParents({
          parent: 'flat',
          parents: [flat.rosdomofonId],
          page: { direction: 'forward', limit: 100, cursor: null },
        });
  const rows = flat === null ? [] : (pages?.get(flat.rosdomofonId)?.rows ?? []);
  return {
    accounts: accounts.filter(({ vanishedAt }) => vanishedAt === null),
    numberTaken: numbered.some(({ phone, vanishedAt }) => vanishedAt === null && phone !== signUp.phone),
    flat,
    connections: rows.filter(
      ({ serviceRosdomofonId, vanishedAt }) => vanishedAt === null && wanted.has(serviceRosdomofonId),
    ),
  };
}

function warningsOf(
  { claimedBy, abonentRosdomofonId }: SignUpRow,
  { accounts, numberTaken, flat, connections }: Known,
  approval: DecidedApproval | null,
  actor: string,
): ApprovalWarning[] {
  const [account] = accounts;
  const owners = new Set([abonentRosdomofonId, ...accounts.map((one) => one.ownerAbonentRosdomofonId)]);
  const isOthers = flat?.ownerAbonentRosdomofonId != null && !owners.has(flat.ownerAbonentRosdomofonId);
  const found: readonly (readonly [boolean, ApprovalWarning])[] = [
    [accounts.length > 1, 'SEVERAL_ACCOUNTS'],
    [account?.isBlocked ?? false, 'ACCOUNT_BLOCKED'],
    [account === undefined && numberTaken, 'ACCOUNT_NUMBER_TAKEN'],
    [isOthers, 'FLAT_OF_ANOTHER_ABONENT'],
    [approval !== null && connections.length > 0, 'SERVICES_CONNECTED_ALREADY'],
    [claimedBy !== null && claimedBy !== actor, 'CLAIMED_BY_OTHER'],
  ];
  return found.filter(([isSo]) => isSo).map(([, warning]) => warning);
}

/** The welcome as it would be written with what is known now. */
const welcomeOf = (
  { signUp, plan, policy }: SignUpWork,
  { place, flat, services }: DecidedApproval,
  accountNumber: string | null,
  companyName = '',
): string | null => {
  const planned = { ...(plan ?? NO_PLAN), signUpId: signUp.id, companyId: signUp.companyId };
  const decided = { ...planned, addressLine: place.addressLine, flat, services, accountNumber };
  return messageOf({ signUp, plan: decided, policy }, 'welcome', companyName);
};

const NO_PLAN = {
  suggestions: [],
  entranceRosdomofonId: null,
  isVirtual: null,
  decidedBy: null,
  accountRosdomofonId: null,
  ownerRosdomofonId: null,
  flatRosdomofonId: null,
  rejectedReason: null,
  heldUntil: null,
  beforeDecision: null,
  updatedAt: new Date(0),
};

function plannedDeliveries(
  { policy }: SignUpWork,
  at: {
    readonly rosdomofonId: bigint;
    readonly portals: readonly { readonly id: bigint }[];
    readonly quietForMs: number;
  },
): PlannedDelivery[] {
  const planned: PlannedDelivery[] = [];
  const { holdMs } = policy.rules;
  for (let step = nextStep(null, policy.rules); step !== null; step = nextStep(step, policy.rules))
    planned.push({
      step,
      kind: KINDS[step] ?? '',
      integrationId: at.rosdomofonId,
      waitMs: Math.max(planned.length === 0 ? holdMs : 0, step === 'welcome' ? at.quietForMs : 0),
    });
  const told = at.portals.map(({ id }) => ({
    step: null,
    kind: 'crm.deal',
    integrationId: id,
    waitMs: holdMs,
  }));
  return [...planned, ...told];
}

async function hasOtherOpen(company: CompanyScope, { id, abonentRosdomofonId }: SignUpRow): Promise<boolean> {
  const { rows } = await company.listSignUps({
    filter: { abonentRosdomofonId, states: ['needs_review', 'provisioning'] },
    page: { direction: 'forward', limit: 2, cursor: null },
  });
  return rows.some((row) => row.id !== id);
}

async function isPaused(company: CompanyScope, integrationId: bigint): Promise<boolean> {
  const [target] = await company.loadDeliveryTargets([integrationId]);
  return target?.integrationState === 'paused' || (target?.stored?.pausedAt ?? null) !== null;
}
