import {
  addSignUpEvent,
  type ExternalRefKey,
  lockSignUp,
  type SignUpRow,
  type Store,
  setExternalRef,
  type Tx,
  tellSignUp,
} from '@domovoy/store';
import { toolsOf } from '../../sign-up/by-hand/act.ts';
import { approveLocked } from '../../sign-up/by-hand/approve-sign-up.ts';
import { rejectLocked } from '../../sign-up/by-hand/reject-sign-up.ts';
import type { CrmTarget } from '../crm-kinds.ts';
import type { DealDetail } from './deal-wanted.ts';

/** Who acts when a person moves a deal: the portal does not say who that was. */
export const CRM_ACTOR = 'bitrix24';

export interface StageToApply {
  readonly target: CrmTarget;
  readonly signUpId: bigint;
  readonly ref: ExternalRefKey;
  readonly detail: DealDetail;
  /** Where people put the deal. */
  readonly stage: string;
  readonly action: 'approve' | 'reject';
  readonly language: 'ru' | 'en';
}

export type StageApplied =
  | { readonly kind: 'applied'; readonly wakes: readonly bigint[] }
  /** It cannot be done; the deal goes back to where it belongs, and its timeline says why. */
  | { readonly kind: 'refused'; readonly code: string };

const REASON = { ru: 'Отказано в Битрикс24', en: 'Refused in Bitrix24' };

/** A stage that people chose moves the sign-up as a person here would move it: same table, same traces. */
export async function applyDealStage(tx: Tx, store: Store, given: StageToApply): Promise<StageApplied> {
  const { target, signUpId, ref, detail, stage } = given;
  const { companyId } = target;
  const signUp = await lockSignUp(tx, { companyId, signUpId });
  if (signUp === null) return { kind: 'refused', code: 'SIGN_UP_GONE' };
  const tools = await toolsOf(tx, { companyId, actor: CRM_ACTOR });
  const acted = tools === null ? ({ kind: 'off' } as const) : await act(tx, store, signUp, given, tools);
  if (acted.kind === 'done' || isSoAlready(signUp, given.action)) {
    // Told by the stage itself: nothing is written for the state that follows from it, unless it has another stage.
    const { state } = acted.kind === 'done' ? acted.signUp : signUp;
    // It went on meanwhile, and the stage does not tell that: it may be of our own write, of which nobody has heard.
    const isBehind = acted.kind !== 'done' && detail.toldState !== state && state === 'completed';
    await setExternalRef(tx, ref, { detail: { ...detail, stage, toldState: isBehind ? null : state } });
    if (isBehind) await tellSignUp(tx, signUp);
    return { kind: 'applied', wakes: tools === null ? [] : [tools.target.integrationId] };
  }
  // Without a told state the next delivery of the deal puts it back.
  await setExternalRef(tx, ref, { detail: { ...detail, stage, toldState: null } });
  const code = acted.kind.toUpperCase().replaceAll('-', '_');
  await addSignUpEvent(tx, signUp, { kind: 'crm_refused', actor: CRM_ACTOR, details: { code, stage } });
  await tellSignUp(tx, signUp);
  return { kind: 'refused', code };
}

async function act(
  tx: Tx,
  store: Store,
  signUp: SignUpRow,
  { target: { companyId }, action, language }: StageToApply,
  tools: NonNullable<Awaited<ReturnType<typeof toolsOf>>>,
) {
  if (isSoAlready(signUp, action)) return { kind: 'wrong-state' } as const;
  const by = { companyId, actor: CRM_ACTOR };
  return action === 'approve'
    ? approveLocked(tx, signUp, by, { ...tools, store })
    : rejectLocked(tx, signUp, { ...by, reason: REASON[language], tellsAbonent: false }, tools);
}

/** What the stage wants is so: somebody did it here meanwhile. */
const isSoAlready = ({ state }: SignUpRow, action: StageToApply['action']): boolean =>
  action === 'reject' ? state === 'rejected' : state === 'provisioning' || state === 'completed';
