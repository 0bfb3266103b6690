export { createRosDomofon, type RosDomofon, type RosDomofonOptions } from './client.ts';
