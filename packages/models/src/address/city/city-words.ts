/** Kinds of settlements with what they are written as (folded). */
const SETTLEMENTS = new Map(
  Object.entries({
    город: 'г гор город каласы',
    село: 'с село ауылы',
    // Which of these a place is changes with time and from list to list.
    поселок: 'п пос поселок пгт рп кп дп нп кенти',
    деревня: 'д дер деревня',
    станица: 'ст-ца станица',
    хутор: 'х хутор',
    аул: 'аул',
  }).flatMap(([kind, spellings]) => spellings.split(' ').map((spelling) => [spelling, kind] as const)),
);

export const settlementKindOf = (word: string): string | null => SETTLEMENTS.get(word) ?? null;

/** Regions with what they are written as: "Ивановская обл.", "Республика Татарстан". */
const REGIONS = new Map(
  Object.entries({
    область: 'обл область облысы',
    край: 'край',
    республика: 'респ республика',
    округ: 'ао аобл округ',
  }).flatMap(([kind, spellings]) => spellings.split(' ').map((spelling) => [spelling, kind] as const)),
);

export const regionKindOf = (word: string): string | null => REGIONS.get(word) ?? null;

/** Parts of a region, or of a city. */
const DISTRICTS = new Set('р-н район рн ауданы мр-н'.split(' '));
/** What may stand beside the name of a settlement and tells nothing about which one it is. */
const AREAS = new Set(
  'го мо сп с/п гп мкр микрорайон мкр-н м-н жк снт днп тер территория квартал кв-л'.split(' '),
);

export const isDistrict = (word: string): boolean => DISTRICTS.has(word);
export const isCityArea = (word: string): boolean => AREAS.has(word);

/** Says nothing that tells two cities apart. */
export const isCountry = (name: string): boolean =>
  /^(?:россия|рф|ru|российская федерация|казахстан|kz|республика казахстан|рк)$/.test(name);

/** Other names of the same city. */
const ALIASES = new Map<string, string>(
  Object.entries({
    спб: 'санкт петербург',
    'с петербург': 'санкт петербург',
    петербург: 'санкт петербург',
    мск: 'москва',
    екб: 'екатеринбург',
    'н новгород': 'нижний новгород',
    'н тагил': 'нижний тагил',
    'наб челны': 'набережные челны',
    'ростов н д': 'ростов на дону',
    'ростов н дону': 'ростов на дону',
    'алма ата': 'алматы',
    'нур султан': 'астана',
    нурсултан: 'астана',
    целиноград: 'астана',
    чимкент: 'шымкент',
    актюбинск: 'актобе',
    уральск: 'орал',
    семипалатинск: 'семей',
    'усть каменогорск': 'оскемен',
    кустанай: 'костанай',
    кокчетав: 'кокшетау',
    джамбул: 'тараз',
  }),
);

export const currentCityName = (name: string): string => ALIASES.get(name) ?? name;
