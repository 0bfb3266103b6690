import type { CompanyPlan } from '../../city-plan/plan-city.ts';
import type { Random } from '../../random/random.ts';
import { addAccount, type City, residentOf } from './city.ts';
import type { Account } from './entities.ts';

/** The n-th account of a company. Two companies have the same numbers: a number says nothing without a company. */
export function addSeededAccount(
  city: City,
  random: Random,
  company: CompanyPlan,
  n: number,
  id: number,
): Account {
  return addAccount(city, {
    id,
    number: numberOf(random, n),
    owner: residentOf(city, company.ownerOf(n)),
    company: company.company,
    isBlocked: random.chance(0.04),
  });
}

/** Text, not a number: with zeros in front, sometimes with letters that a path has to encode, sometimes missing. */
function numberOf(random: Random, n: number): string | null {
  const digits = String(1001 + n).padStart(7, '0');
  const kind = random.next();
  if (kind < 0.01) return null;
  return kind < 0.06 ? `ЛС-${digits}` : digits;
}
