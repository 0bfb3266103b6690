import type { Entry, Section } from './compare.ts';
import type { Released } from './released.ts';

const BEGIN = '<!-- what is not released yet: written by `npm run codegen` -->';
const END = '<!-- end -->';
const SECTIONS: readonly Section[] = ['Breaking', 'Deprecated', 'Changed', 'Added'];

/** The changelog with what differs from the last release in its place. */
export function withUnreleased(changelog: string, entries: readonly Entry[], since: Released): string {
  const [before, rest] = split(changelog, BEGIN);
  const [, after] = split(rest, END);
  const body = entries.length === 0 ? 'Nothing.\n' : linesOf(entries);
  const title = `## Not released yet (since ${since.version}, ${since.date})`;
  return `${before}${BEGIN}\n${title}\n\n${body}\n${END}${after}`;
}

/** The same when a version is released: its entries stay for good, below an empty beginning. */
export function withRelease(
  changelog: string,
  entries: readonly Entry[],
  release: { version: string; date: string; since: Released },
): string {
  const [before, rest] = split(withUnreleased(changelog, [], release.since), END);
  const next = { ...release.since, version: release.version, date: release.date };
  const section = `\n\n## ${release.version} (${release.date})\n\n${linesOf(entries)}`;
  return withUnreleased(`${before}${END}${section.trimEnd()}\n${rest.replace(/^\n/, '')}`, [], next);
}

function linesOf(entries: readonly Entry[]): string {
  const texts = SECTIONS.flatMap((section) => {
    const lines = entries.filter((entry) => entry.section === section).map(({ text }) => `- ${quoted(text)}`);
    return lines.length === 0 ? [] : [`### ${section}\n\n${lines.join('\n')}\n`];
  });
  return texts.join('\n');
}

/** Names in code style, as they stand in the schema. */
const quoted = (text: string) => text.replaceAll(/'([^']*)'/g, '`$1`');

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  if (index < 0) throw new TypeError(`docs/api-changelog.md has lost its line ${at}`);
  return [text.slice(0, index), text.slice(index + at.length)];
}
