import { intakesOf } from '@domovoy/domain';
import type { CompanyShortName } from '@domovoy/models';
import { createProcessor, type Processor } from './processor.ts';

/** Everything that is read on behalf of one company. */
export const processorsOf = (company: CompanyShortName): readonly Processor[] =>
  intakesOf(company).map(createProcessor);
