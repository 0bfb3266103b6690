import type { AccountRow, CompanyScope, ConversationRow, Store } from '@domovoy/store';
import { fillText, unknownFields } from '../../sign-up/policy/message-template.ts';
import { CANNED_VARIABLES, type CannedFacts, type CannedVariable } from './variables.ts';

export type RenderResult =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Variables of the text of which the hub knows nothing here: they are left out. */
      readonly missing: readonly CannedVariable[];
    }
  | { readonly kind: 'not-found'; readonly what: 'canned-response' | 'conversation' }
  /** It was saved when there were other variables. */
  | { readonly kind: 'unknown-variables'; readonly variables: readonly string[] };

/** A canned response as it would be written in a conversation. Sends nothing. */
export async function renderCannedResponse(
  store: Store,
  given: { companyId: bigint; cannedResponseId: bigint; conversationId: bigint; actor: string },
): Promise<RenderResult> {
  const company = store.company(given.companyId);
  const [[canned], [conversation]] = await Promise.all([
    company.loadCannedResponses([given.cannedResponseId]),
    company.loadConversations([given.conversationId]),
  ]);
  if (canned === undefined) return { kind: 'not-found', what: 'canned-response' };
  if (conversation === undefined) return { kind: 'not-found', what: 'conversation' };
  const facts = await factsOf(company, conversation, given.actor);
  const filled = fillText(canned.text, facts, CANNED_VARIABLES);
  if (filled.kind === 'unknown-fields') return { kind: 'unknown-variables', variables: filled.fields };
  const known = CANNED_VARIABLES.filter((name) => facts[name] !== null);
  const missing = unknownFields(canned.text, known) as CannedVariable[];
  return { kind: 'text', text: filled.text, missing };
}

const FIRST = { direction: 'forward', limit: 1, cursor: null } as const;
const FEW = { direction: 'forward', limit: 20, cursor: null } as const;

/** Of the abonent's newest account, its first flat and what that flat has. */
async function factsOf(
  company: CompanyScope,
  { abonentRosdomofonId }: ConversationRow,
  agent: string,
): Promise<CannedFacts> {
  const [own, [abonent], accounts, signUps] = await Promise.all([
    company.loadCompany(),
    company.loadAbonentsByRosdomofonId([abonentRosdomofonId]),
    company.listAccountsOfAbonents({ abonents: [abonentRosdomofonId], page: FEW }),
    company.listSignUps({ filter: { abonentRosdomofonId }, page: FIRST }),
  ]);
  const account = accounts.get(abonentRosdomofonId)?.rows.findLast(({ vanishedAt }) => vanishedAt === null);
  const place = account === undefined ? NOWHERE : await placeOf(company, account);
  const [signUp] = signUps.rows;
  const asked = signUp && [signUp.city, signUp.street, signUp.house].filter(Boolean).join(', ');
  return {
    'abonent.phone': abonent?.phone ?? null,
    account: account?.number ?? null,
    address: place.address ?? (asked || null),
    flat: place.flat ?? signUp?.flat ?? null,
    services: place.services,
    company: own?.name ?? null,
    agent,
  };
}

const NOWHERE = { address: null, flat: null, services: null };

async function placeOf(company: CompanyScope, { rosdomofonId }: AccountRow) {
  const flats = await company.listFlatsOfParents({ parent: 'account', parents: [rosdomofonId], page: FEW });
  const flat = flats.get(rosdomofonId)?.rows.find(({ vanishedAt }) => vanishedAt === null);
  if (flat === undefined) return NOWHERE;
  const entranceId = flat.entranceRosdomofonId;
  const [[entrance], connections] = await Promise.all([
    entranceId === null ? [] : company.loadEntrancesByRosdomofonId([entranceId]),
    company.listServiceConnectionsOfParents({ parent: 'flat', parents: [flat.rosdomofonId], page: FEW }),
  ]);
  const live = (connections.get(flat.rosdomofonId)?.rows ?? []).filter(
    ({ vanishedAt }) => vanishedAt === null,
  );
  const services = await company.loadServicesByRosdomofonId(live.map((one) => one.serviceRosdomofonId));
  const names = services.map(({ customName, name }) => customName ?? name).join(', ');
  return { address: entrance?.addressLine ?? null, flat: flat.number, services: names || null };
}
