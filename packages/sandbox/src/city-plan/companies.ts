import { createRandom } from '../random/random.ts';

export interface Company {
  id: number;
  shortName: string;
  name: string;
  licenseeShort: string | null;
  supportPhone: string;
}

/** Who else is in the network. None of them exists. */
const OTHERS = [
  { shortName: 'Kvartal_Domofon', name: 'ООО «Квартал Домофон»', licenseeShort: 'Квартал' },
  { shortName: 'Uyutny_Dvor', name: 'ООО «Уютный двор»', licenseeShort: null },
  { shortName: 'IP_Primerov', name: 'ИП Примеров П. П.', licenseeShort: 'Примеров' },
] as const;

/** The sandbox's own company, which comes first, and two more. */
export function companiesOf(shortName: string): [Company, ...Company[]] {
  const others = OTHERS.filter((other) => other.shortName !== shortName).slice(0, 2);
  return [
    companyOf({ shortName, name: `ООО «${shortName}»`, licenseeShort: shortName }),
    ...others.map(companyOf),
  ];
}

/** A company's number is the same in every run. */
const companyOf = (company: Pick<Company, 'shortName' | 'name' | 'licenseeShort'>): Company => ({
  id: createRandom(company.shortName).int(1000, 9999),
  ...company,
  supportPhone: '78000000000',
});
