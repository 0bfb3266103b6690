import type { SearchResultsResolvers } from '../../types.generated.ts';
import { hits } from '../hits.ts';

export const SearchResults: SearchResultsResolvers = {
  accounts: (results, _args, context) => hits(results, context, context.company.searchAccounts),
  entrances: (results, _args, context) => hits(results, context, context.company.searchEntrances),
  flats: (results, _args, context) => hits(results, context, context.company.searchFlats),
  signUps: (results, _args, context) => hits(results, context, context.company.searchSignUps),
  conversations: (results, _args, context) => hits(results, context, context.company.searchConversations),
  messages: (results, _args, context) => hits(results, context, context.company.searchMessages),
};
