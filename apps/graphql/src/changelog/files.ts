import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { readReleased } from './released.ts';

export const CHANGELOG = new URL('../../../../docs/api-changelog.md', import.meta.url);
export const RELEASED = new URL('released.generated.graphqls', import.meta.url);
export const PRESENT = new URL('../schema/schema.generated.graphqls', import.meta.url);

export const readChangelog = () => readFileSync(CHANGELOG, 'utf8');
export const readLastRelease = () => readReleased(readFileSync(RELEASED, 'utf8'));
export const readPresent = () => buildSchema(readFileSync(PRESENT, 'utf8'));
