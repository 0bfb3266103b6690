import { judgeRun, whatIsOpen } from '../judge/sign-ups.ts';
import { type Game, type Round, roundsOf } from '../rounds/play-rounds.ts';
import { type Load, type LoadWish, ORDINARY, prepareLoad, sendLoad } from './load.ts';
import type { SignUpStack } from './sign-up-stack.ts';

const SIGN_UPS: Game<SignUpStack, LoadWish, Load> = {
  wishOf: (random) => ({ ...ORDINARY, way: random.pick(['kafka', 'rest']) }),
  prepare: prepareLoad,
  send: sendLoad,
  whatIsOpen,
  judge: judgeRun,
  countOf: ({ signUps, talks }) => ({
    signUps: signUps.length,
    messages: talks.reduce((sum, { answers }) => sum + answers.length, 0),
  }),
};

/** A fault of the sign-up workflow. */
export const playRounds = roundsOf(SIGN_UPS);
export type Run<Variant> = Round<SignUpStack, Load, Variant>;
