import type { Abonent } from '../city-plan/abonents.ts';
import type { CityPlan } from '../city-plan/plan-city.ts';
import type { Random } from '../random/random.ts';

/** How many people are talking at a time; of these the next message comes more often than not. */
const TALKERS = 20;
/** Of those who sign up so many have an account already: for a second flat, or because they forgot. */
const SIGNS_UP_AGAIN = 0.1;

/** People of the city, as support and sales meet them. */
export function createAbonents(random: Random, plan: CityPlan) {
  const talking: Abonent[] = [];
  const customer = () => plan.own.ownerOf(random.int(0, plan.own.accounts - 1));

  /** Somebody who signs up: mostly somebody new. */
  function applicant(): Abonent {
    return random.chance(SIGNS_UP_AGAIN) ? customer() : plan.newcomer(random.int(0, plan.newcomers - 1));
  }
  /** Somebody who writes: a few again and again, and always somebody else. */
  function talker(): Abonent {
    const known = talking[random.int(0, TALKERS - 1)];
    if (known && random.chance(0.7)) return known;
    const somebody = customer();
    if (talking.push(somebody) > TALKERS) talking.shift();
    return somebody;
  }
  return { applicant, talker };
}
