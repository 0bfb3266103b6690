import type { ViewerResolvers } from '../../types.generated.ts';

export const Viewer: Pick<ViewerResolvers, 'company' | 'feedCursor' | 'permissions'> = {
  company: (_viewer, _args, { loaders }) => loaders.company(),
  permissions: ({ permissions }) => [...permissions].toSorted(),
  feedCursor: (_viewer, _args, { feed }) => feed.cursorOfNow(),
};
