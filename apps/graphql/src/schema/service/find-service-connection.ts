import type { ServiceConnectionRow } from '@domovoy/store';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';

export const NO_CONNECTION = ['There is no such service connection.', ['input', 'id']] as [string, string[]];

export const findServiceConnection = async (
  loaders: Loaders,
  text: string,
): Promise<ServiceConnectionRow | null> => {
  const id = decodeId('ServiceConnection', text);
  return id === null ? null : loaders.serviceConnections.load(id);
};
