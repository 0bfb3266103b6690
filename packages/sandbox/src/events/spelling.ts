import type { Random } from '../random/random.ts';

type Rule = readonly [pattern: RegExp, replacements: readonly [string, ...string[]]];

/** How people and registers write the same street differently: initials, "имени", short words, ё. */
const RULES: readonly Rule[] = [
  [/^имени ([А-Я])\. ([А-Я])\. (.+)$/, ['$3', 'им. $1.$2. $3', '$3 $1. $2.']],
  [/^проспект (.+)$/, ['пр-т $1', '$1 проспект', '$1']],
  [/^(.+) проспект$/, ['$1 пр-т', 'проспект $1']],
  [/^микрорайон (.+)$/, ['мкр. $1', '$1 мкр']],
  [/^Академика (.+)$/, ['Ак. $1', '$1']],
  [/^(Карла|Юлиуса|Дуси) (.+)$/, ['$2']],
  [/^(\d+)-я (.+)$/, ['$1 $2', '$2 $1-я']],
];
const ANY_STREET: Rule = [/^.*$/, ['улица $&', 'ул. $&', 'ул $&', '$& ул.']];

/** The street's name as somebody else would write it. */
export function otherSpelling(random: Random, name: string): string {
  const [pattern, replacements] = RULES.find(([known]) => known.test(name)) ?? ANY_STREET;
  const written = name.replace(pattern, random.pick(replacements)).replaceAll('ё', 'е');
  return random.chance(0.2) ? written.toUpperCase() : written;
}
