import type { Building } from '../../city-plan/buildings.ts';
import type { CompanyPlan } from '../../city-plan/plan-city.ts';
import type { Random } from '../../random/random.ts';
import type { City } from './city.ts';
import type { Entrance, Service, ServiceType } from './entities.ts';

interface NextIds {
  entrance: number;
  service: number;
}

/** Besides the intercom in the telephone, which every entrance has. */
const OF_AN_ENTRANCE: readonly (readonly [ServiceType, number])[] = [
  ['SoftwareIntercom', 1],
  ['HardwareIntercom', 0.7],
  ['VideoSurveillance', 0.6],
];
const OF_A_HOUSE: readonly (readonly [ServiceType, number])[] = [
  ['Gate', 0.3],
  ['HouseChat', 0.5],
];

/** The entrances of a company with the services that can be had there. */
export function buildEntrances(city: City, random: Random, plan: CompanyPlan, next: NextIds): Entrance[] {
  return plan.buildings.flatMap((building) => {
    const entrances = entrancesOf(city, building, plan, next);
    const offer = (choices: typeof OF_A_HOUSE, where: Entrance[]) => {
      for (const [type, chance] of choices)
        if (random.chance(chance))
          addService(city, {
            id: next.service++,
            type,
            company: plan.company,
            entrances: where,
            connections: [],
          });
    };
    for (const entrance of entrances) offer(OF_AN_ENTRANCE, [entrance]);
    offer(OF_A_HOUSE, entrances);
    return entrances;
  });
}

function entrancesOf(city: City, { place, entrances }: Building, { company }: CompanyPlan, next: NextIds) {
  return entrances.map((plan): Entrance => {
    const entrance = { id: next.entrance++, company, place, plan, services: [], flats: [] };
    city.entrances.set(entrance.id, entrance);
    return entrance;
  });
}

function addService(city: City, service: Service): void {
  city.services.set(service.id, service);
  for (const entrance of service.entrances) entrance.services.push(service);
}
