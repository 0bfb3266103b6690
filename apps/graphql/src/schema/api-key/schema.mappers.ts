import type { ApiKeyListed } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type ApiKeyMapper = ApiKeyListed;
export type ApiKeyConnectionMapper = Connection<ApiKeyListed>;
