import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';
import { notFoundError } from '../outcome/user-error.ts';

/** The caller's integration with a mapping; null: there is none such. */
export async function ownPortal(loaders: Loaders, text: string) {
  const id = decodeId('Integration', text);
  const integration = id === null ? null : await loaders.integrations.load(id);
  return integration?.kind === 'bitrix24' ? integration : null;
}

export const portalNotFound = (path: string[]) => notFoundError('There is no such portal.', path);
