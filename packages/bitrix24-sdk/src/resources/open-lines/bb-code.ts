/** Nobody sees it, and behind it a bracket begins no tag. */
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Plain text that an open line or a comment shows as it is: what looks like a tag in it stays text. Line breaks are
 * kept, the portal shows them.
 */
export const encodeBbCode = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\[(?=\/?[a-z*])/gi, `[${ZERO_WIDTH_SPACE}`);

/** No bracket inside: text of any length is read once, whatever is in it. */
const TAG = /\[(\/?)([a-z]+|\*)(?:[=\s]([^[\]]*))?\]/gi;
const TITLE = /(?:^|\s)title=(.*?)(?=\s+\w+=|$)/i;
/** What is only about looks: the words between these stay. */
const FORMATTING = new Set(
  'b i u s p code color size font user chat call send put context quote list left center right img video'.split(
    ' ',
  ),
);

/**
 * BB-code as plain text: line breaks as such, links with their address, of everything else the words. Brackets that are
 * no tags stay, and so does what `encodeBbCode` has made of them.
 */
export function decodeBbCode(code: string): string {
  const text = code.replace(/\r\n?/g, '\n');
  let plain = '';
  let readTo = 0;
  /** The innermost link that is open, and where its words begin. */
  let link: { address: string; from: number } | undefined;
  const closeLink = () => {
    if (!link) return;
    const words = plain.slice(link.from).trim();
    plain = plain.slice(0, link.from) + linkText(link.address, words);
    link = undefined;
  };

  for (const match of text.matchAll(TAG)) {
    const [written, slash, tag = '', value = ''] = match;
    const name = tag.toLowerCase();
    plain += text.slice(readTo, match.index);
    readTo = match.index + written.length;
    if (name === 'br') {
      plain = `${withoutSpacesBehind(plain)}\n`;
      if (/[ \t]/.test(text[readTo] ?? '')) readTo += 1;
    } else if (name === '*') plain += '• ';
    else if (name === 'icon') plain += TITLE.exec(value)?.[1]?.trim() ?? '';
    else if (name === 'url') {
      closeLink();
      if (!slash) link = { address: value.trim(), from: plain.length };
    } else if (!FORMATTING.has(name)) plain += written;
  }
  plain += text.slice(readTo);
  closeLink();
  return plain.replaceAll(`[${ZERO_WIDTH_SPACE}`, '[');
}

function withoutSpacesBehind(text: string): string {
  let end = text.length;
  while (end > 0 && /[ \t]/.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

const linkText = (address: string, words: string): string =>
  address === '' || words === address ? words : words === '' ? address : `${words} (${address})`;
