export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the address says, else the first of ours in the browser's order; who names none of ours reads English. */
export function chooseLanguage(wish: string | undefined, acceptLanguage: string | undefined): Language {
  const asked = LANGUAGES.find((language) => language === wish);
  if (asked !== undefined) return asked;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
      return { language: LANGUAGES.find((one) => one === tag.split('-', 1)[0]), weight: Number(weight ?? 1) };
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.language ?? 'en';
}
