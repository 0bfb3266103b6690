import { Html, html } from './html.ts';

const PAIRS = /\[(b|i|u|s)\]([\s\S]*?)\[\/\1\]/gi;

/** Bold, italic and line ends of BB-code; everything else of it is shown as it was written. */
export function bbCode(text: string): Html {
  const { source } = html`${text}`;
  const paired = source.replaceAll(PAIRS, (_all, tag: string, inner: string) => {
    const name = tag.toLowerCase();
    return `<${name}>${inner}</${name}>`;
  });
  return new Html(paired.replaceAll(/\[br\]/gi, '<br>'));
}
