import { readFileSync, writeFileSync } from 'node:fs';
import { compare } from './compare.ts';
import { CHANGELOG, PRESENT, RELEASED, readChangelog, readLastRelease, readPresent } from './files.ts';
import { refusals } from './refusals.ts';
import { withRelease, withUnreleased } from './render.ts';

// Without arguments, as a part of codegen: writes what differs from the last release into docs/api-changelog.md.
// `release <version>`: that difference becomes the version's entry, and the present schema what is compared with.

const [command, version = ''] = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
const [released, present] = [readLastRelease(), readPresent()];
const entries = await compare(released.schema, present);

if (command === 'release') {
  const asOfToday = { ...released, date: today };
  const found = refusals(entries, { released: asOfToday, present, today });
  if (found.length > 0) throw new Error(`this cannot be released:\n${found.join('\n')}`);
  writeFileSync(CHANGELOG, withRelease(readChangelog(), entries, { version, date: today, since: released }));
  writeFileSync(RELEASED, `# ${version} ${today}\n${readFileSync(PRESENT, 'utf8')}`);
} else writeFileSync(CHANGELOG, withUnreleased(readChangelog(), entries, released));
