/** Longer names are refused (facts §9). */
const LONGEST_NAME = 25;
/** Nobody is called more than that; what follows would be cut off anyway. */
const LONGEST_READ = 200;
/** Where somebody lives goes into the text of the message, not into the name: "Иван кв. 12". */
const ADDRESS_WORD =
  /(?<![\p{L}])(?:кв|квартира|подъезд|под|эт|этаж|дом|д|корп|оф|офис|apt|flat|room)\.?\s*№?\s*\d+\p{L}?(?![\p{L}\d])/giu;
const APOSTROPHES = /[’‘ʼ`´]/g;
const DASHES = /[‐‑‒–—−]/g;

/**
 * A name that an open line takes: letters, spaces, hyphens and apostrophes, at most 25. Undefined when nothing is left
 * of it; then send none.
 */
export function openLineName(name: string | null | undefined): string | undefined {
  const clean = (name ?? '')
    .slice(0, LONGEST_READ)
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(ADDRESS_WORD, ' ')
    .split(/[^\p{L}'-]+/u)
    .map((word) => word.replace(/^['-]+|['-]+$/g, ''))
    .filter((word) => word !== '')
    .join(' ');
  return shorten(clean) || undefined;
}

/** Between words if there is a place, and never through a letter. */
function shorten(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const cut = name.slice(0, LONGEST_NAME + 1);
  const words = cut.slice(0, Math.max(0, cut.lastIndexOf(' ')));
  const letters = cut.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '');
  return (words || letters).replace(/[ '-]+$/, '');
}
