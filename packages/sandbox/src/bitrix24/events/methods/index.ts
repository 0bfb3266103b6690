import type { PortalMethod } from '../../portal-method.ts';
import { bind } from './bind.ts';
import { get, listEvents } from './get.ts';
import { test } from './test.ts';
import { unbind } from './unbind.ts';

export const EVENT_METHODS: readonly PortalMethod[] = [bind, unbind, get, test, listEvents];
