/** Nobody sees it, and behind it a bracket begins no tag. */
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Plain text that an open line or a comment shows as it is: what looks like a tag in it stays text. Line breaks are
 * kept, the portal shows them.
 */
export const encodeBbCode = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\[(?=\/?[a-z*])/gi, `[${ZERO_WIDTH_SPACE}`);

const LINK = /\[url=([^\]]+)\]([\s\S]*?)\[\/url\]/gi;
const BARE = /\[(url|img|video)(?:[= ][^\]]*)?\]([\s\S]*?)\[\/\1\]/gi;
const ICON = /\[icon=([^\]]*)\]/gi;
const TITLE = /\stitle=(.*?)(?=\s+\w+=|$)/i;
const LINE_BREAK = /[^\S\n]*\[br\s*\/?\][^\S\n]?/gi;
const FORMATTING =
  /\[\/?(?:b|i|u|s|p|code|color|size|font|user|chat|call|send|put|context|quote|list|left|center|right)(?:=[^\]]*)?\]/gi;

/**
 * BB-code as plain text: line breaks as such, links with their address, of everything else the words. Brackets that are
 * no tags stay, and so does what `encodeBbCode` has made of them.
 */
export const decodeBbCode = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(LINK, (_, address: string, label: string) => linkText(address.trim(), label.trim()))
    .replace(BARE, '$2')
    .replace(ICON, (_, attributes: string) => TITLE.exec(attributes)?.[1]?.trim() ?? '')
    .replace(LINE_BREAK, '\n')
    .replaceAll('[*]', '• ')
    .replace(FORMATTING, '')
    .replaceAll(`[${ZERO_WIDTH_SPACE}`, '[');

function linkText(address: string, label: string): string {
  const plain = label.replace(FORMATTING, '').trim();
  return plain === '' || plain === address ? address : `${plain} (${address})`;
}
