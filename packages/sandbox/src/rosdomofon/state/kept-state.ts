import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { CityPlan } from '../../city-plan/plan-city.ts';
import { openJournal } from '../../journal/journal.ts';
import { FIRST_ID_OF } from '../city/ids.ts';
import { applyChange } from './apply-change.ts';
import { Change } from './change.ts';
import { type CityState, newCityState } from './city-state.ts';

/** Goes up with every change of what a plan or `buildCity` makes: old changes do not fit into another city. */
const CITY_VERSION = 1;

/** Which city it is whose changes these are, and the ids that were given before the journal began. */
const Heading = z.object({ city: z.record(z.string(), z.unknown()), nextId: z.int() });

/** A city that survives the process: worked out from its plan, and what happened since read from a journal. */
export interface KeptState {
  /** Made when it is first asked for: who needs only the Kafka side does not wait for a large city. */
  current(): CityState;
  /** Written, then in effect. When it returns, a `kill -9` takes nothing back. */
  commit(change: Change): void;
  /** Ids that were never given, so many in a row; returns the first. */
  takeIds(howMany?: number): number;
  /** The city as it was in the beginning; ids go on where they were. */
  reset(): void;
  close(): void;
}

/** Each city has a journal of its own: with other sizes another city begins, and the first one is there again later. */
export function keepState(folder: string, plan: CityPlan): KeptState {
  const { seed, accounts, entrances, own } = plan;
  const city = { version: CITY_VERSION, companyShortName: own.company.shortName, seed, accounts, entrances };
  const name = createHash('sha256').update(JSON.stringify(city)).digest('hex').slice(0, 12);
  const journal = openJournal({
    file: join(folder, `city-${name}.jsonl`),
    heading: { city, nextId: FIRST_ID_OF.made },
    schemas: { heading: Heading, change: Change },
    withoutIt: 'the city is then as it was in the beginning',
  });
  let state: CityState | null = null;
  let { nextId } = journal.heading;

  const count = (change: Change) => {
    nextId = Math.max(nextId, lastIdOf(change) + 1);
  };
  function apply(to: CityState, change: Change): void {
    applyChange(to, change);
    count(change);
  }
  function current(): CityState {
    if (state) return state;
    const made = newCityState(plan);
    for (const change of journal.changes()) apply(made, change);
    state = made;
    return made;
  }
  return {
    current,
    commit(change) {
      const before = current();
      journal.append(change);
      apply(before, change);
    },
    takeIds(howMany = 1) {
      current(); // the journal knows which were given
      const first = nextId;
      nextId += howMany;
      return first;
    },
    reset() {
      if (journal.isEmpty) return;
      if (!state) for (const change of journal.changes()) count(change);
      journal.restart({ city, nextId });
      state = null;
    },
    close: () => journal.close(),
  };
}

function lastIdOf(change: Change): number {
  if ('firstId' in change) return change.firstId + change.abonentIds.length - 1;
  return 'id' in change ? change.id : 0;
}
