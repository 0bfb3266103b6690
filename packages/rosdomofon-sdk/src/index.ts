export { createRosDomofon, type RosDomofon } from './client.ts';
