export type { RosDomofon } from '../client.ts';
