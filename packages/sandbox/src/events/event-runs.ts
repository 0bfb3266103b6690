import type { CityPlan } from '../city-plan/plan-city.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { createEventGenerator } from './create-event-generator.ts';
import type { EventGenerator } from './event-generator.ts';

/** The generator of a sandbox: each start and each reset begins another run, whose events were never sent before. */
export interface EventRuns {
  current(): EventGenerator;
  next(): void;
}

export function createEventRuns(options: {
  folder: DataFolder;
  companyShortName: string;
  seed: string | number;
  plan: CityPlan;
}): EventRuns {
  const { folder, companyShortName, seed, plan } = options;
  function begin(): EventGenerator {
    const run = folder.settings.runs;
    folder.change({ runs: run + 1 });
    return createEventGenerator({ seed: `${seed}/${run}`, companyShortName, plan });
  }
  let generator = begin();
  return {
    current: () => generator,
    next() {
      generator = begin();
    },
  };
}
