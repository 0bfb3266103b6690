import type { ViewerResolvers } from './../../types.generated.ts';

export const Viewer: ViewerResolvers = {
  company: (_viewer, _args, { loaders }) => loaders.company(),
  permissions: ({ permissions }) => [...permissions].toSorted(),
  feedCursor: (_viewer, _args, { feed }) => feed.cursorOfNow(),
};
