import type { Resource } from '../resource.ts';
import { signUps } from './sign-ups.ts';

export const RESOURCES: readonly Resource[] = [signUps];
