import { judgePortal } from '../judge/portal.ts';
import { judgeRun, whatIsOpen } from '../judge/sign-ups.ts';
import type { Judgement } from '../rounds/judgement.ts';
import { type Game, type Round, roundsOf } from '../rounds/play-rounds.ts';
import { type CrmLoad, type CrmWish, ORDINARY_CRM, prepareCrmLoad, sendCrmLoad } from './crm-load.ts';
import type { CrmStack } from './crm-stack.ts';

const CRM: Game<CrmStack, CrmWish, CrmLoad> = {
  wishOf: (random) => ({ ...ORDINARY_CRM, way: random.pick(['kafka', 'rest']) }),
  prepare: prepareCrmLoad,
  send: sendCrmLoad,
  async whatIsOpen(stack, load) {
    const open = await whatIsOpen(stack, load);
    // The feed is followed behind the workflow: only the portal tells when all of it is told.
    return open.length > 0 ? open : (await judgePortal(stack, load)).lost;
  },
  judge: judgeCrmRun,
  countOf: ({ signUps }) => ({ signUps: signUps.length, messages: 0 }),
};

/** At both ends: what RosDomofon has of it, and what the portal has. */
export async function judgeCrmRun(stack: CrmStack, load: CrmLoad): Promise<Judgement> {
  const [judgement, found] = await Promise.all([judgeRun(stack, load), judgePortal(stack, load)]);
  return {
    ...judgement,
    lost: [...judgement.lost, ...found.lost],
    doubled: [...judgement.doubled, ...found.doubled],
  };
}

/** A fault between the hub and a CRM. */
export const playCrmRounds = roundsOf(CRM);
export type CrmRound<Variant> = Round<CrmStack, CrmLoad, Variant>;
