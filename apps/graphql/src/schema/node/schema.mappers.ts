export type { PageInfo as PageInfoMapper } from '../../connection/connection.ts';
