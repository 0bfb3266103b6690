import type { PersonPresent } from '../../presence/presence-board.ts';
import { upperCase } from '../values/enum-value.ts';

export const peopleAt = (people: readonly PersonPresent[]) =>
  people.map(({ person, state }) => ({ person, state: upperCase(state) }));
