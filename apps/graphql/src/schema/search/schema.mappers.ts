import type {
  AccountRow,
  ConversationRow,
  EntranceRow,
  FlatRow,
  MessageRow,
  SignUpRow,
} from '@domovoy/store';
import type { Hits } from './hits.ts';

export interface SearchResultsMapper {
  readonly text: string;
  readonly first: number;
}

export type AccountHitsMapper = Hits<AccountRow>;
export type EntranceHitsMapper = Hits<EntranceRow>;
export type FlatHitsMapper = Hits<FlatRow>;
export type SignUpHitsMapper = Hits<SignUpRow>;
export type ConversationHitsMapper = Hits<ConversationRow>;
export type MessageHitsMapper = Hits<MessageRow>;
