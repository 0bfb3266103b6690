import { judgeChat, whatIsOpenInChat } from '../judge/chat.ts';
import { type Game, type Round, roundsOf } from '../rounds/play-rounds.ts';
import { type ChatLoad, type ChatWish, ORDINARY_CHAT, prepareChatLoad, sendChatLoad } from './chat-load.ts';
import type { CrmStack } from './crm-stack.ts';

const CHAT: Game<CrmStack, ChatWish, ChatLoad> = {
  wishOf: (random) => ({ ...ORDINARY_CHAT, way: random.pick(['kafka', 'rest']) }),
  prepare: prepareChatLoad,
  send: sendChatLoad,
  whatIsOpen: whatIsOpenInChat,
  judge: judgeChat,
  countOf: ({ talks }) => ({
    signUps: 0,
    messages: talks.reduce((sum, { texts, replies }) => sum + texts.length + replies.length, 0),
  }),
};

/** A fault between the hub and the chat of a portal. */
export const playChatRounds = roundsOf(CHAT);
export type ChatRound<Variant> = Round<CrmStack, ChatLoad, Variant>;
