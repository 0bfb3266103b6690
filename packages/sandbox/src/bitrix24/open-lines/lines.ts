import { type Change, put } from '../state/change.ts';
import { LINES, type Line, type LineSettings } from './tables.ts';

/** Every portal has one from the beginning. */
export const FIRST_LINES: readonly Change[] = [
  put(LINES, 1, { id: 1, settings: settingsOf({ LINE_NAME: 'Открытая линия' }) }),
];

export const lineName = ({ id, settings: { LINE_NAME: name } }: Line): string =>
  typeof name === 'string' && name !== '' ? name : String(id);

/** What a line has that nobody said anything about. CRM_CREATE: nothing is made for who is not found by phone. */
export function settingsOf(given: Readonly<Record<string, unknown>>): LineSettings {
  return {
    ACTIVE: 'Y',
    LINE_NAME: 'Новая линия',
    CRM: 'Y',
    CRM_CREATE: 'none',
    QUEUE_TYPE: 'evenly',
    WELCOME_MESSAGE: 'N',
    ...given,
  };
}
