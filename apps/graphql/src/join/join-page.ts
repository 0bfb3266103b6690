import { LANGUAGES, type Language } from './choose-language.ts';
import type { Words } from './words.ts';
import { ENGLISH } from './words-en.ts';
import { RUSSIAN } from './words-ru.ts';

const WORDS: Readonly<Record<Language, Words>> = { ru: RUSSIAN, en: ENGLISH };

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** The page in one language: the same for everybody, since who is invited is behind the `#`, which no server sees. */
export function joinPage(language: Language): string {
  const words = WORDS[language];
  const say = (key: keyof { [Key in keyof Words as Words[Key] extends string ? Key : never]: 1 }) =>
    escaped(words[key]);
  const switched = LANGUAGES.map(
    (one) =>
      `<a href="?lang=${one}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="true"' : ''}>${escaped(WORDS[one].name)}</a>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${say('title')} · Domovoy</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="join/join.css">
<script type="module" src="join/join.js"></script>
</head>
<body>
<header><span>Domovoy</span><nav aria-label="${say('language')}">${switched.join('')}</nav></header>
<main>
<noscript><p>${say('noScript')}</p></noscript>
<p id="opening" role="status" hidden>${say('opening')}</p>
<section id="end" hidden>
<h1 id="end-headline" tabindex="-1"></h1>
<p id="end-advice"></p>
<button id="again" type="button" hidden>${say('again')}</button>
</section>
<section id="joined" hidden>
<h1 id="joined-headline" tabindex="-1">${say('joined')}: <span data-company></span></h1>
<p>${say('joinedAs')} <strong data-role></strong></p>
<p>${say('signInWith')} <strong data-email></strong></p>
<p>${say('mayClose')}</p>
</section>
<section id="invitation" hidden>
<h1>${say('invitedTo')} <span data-company></span></h1>
<p>${say('yourRole')} <strong data-role></strong></p>
<p data-for="known">${say('knownPerson')}</p>
<p id="problem" class="problem" role="alert" tabindex="-1"></p>
<div id="provider" hidden>
<p data-for="new">${say('newPerson')}</p>
<a class="button" id="provider-link" aria-describedby="provider-hint">${say('provider')}</a>
<p class="hint" id="provider-hint">${say('providerHint')} <span data-email></span></p>
<p class="or"><span>${say('or')}</span></p>
</div>
<form id="form" method="post" novalidate>
<label for="email">${say('email')}</label>
<input id="email" name="email" type="email" autocomplete="username" readonly>
<div data-for="new">
<label for="name">${say('yourName')}</label>
<input id="name" name="name" autocomplete="name" aria-describedby="name-problem" required>
<p class="problem" id="name-problem"></p>
</div>
<label for="password" data-for="new">${say('newPassword')}</label>
<label for="password" data-for="known">${say('knownPassword')}</label>
<input id="password" name="password" type="password" aria-describedby="password-problem password-hint" required>
<p class="problem" id="password-problem"></p>
<p class="hint" id="password-hint" data-for="new">${say('passwordHint')}</p>
<label class="check"><input id="show" type="checkbox"> ${say('showPassword')}</label>
<div id="code-part" hidden>
<label for="code">${say('code')}</label>
<input id="code" name="code" autocomplete="one-time-code" aria-describedby="code-problem code-hint">
<p class="problem" id="code-problem"></p>
<p class="hint" id="code-hint">${say('codeHint')}</p>
</div>
<button id="submit" type="submit">${say('submit')}</button>
</form>
</section>
</main>
<template id="words">
${texts(words)}
</template>
</body>
</html>
`;
}

/** For the script: a page whose texts are in one place has them in one language. */
function texts({ title, roles, ends, problems }: Words): string {
  const named = [
    ['title', title],
    ...Object.entries(roles).map(([role, text]) => [`role.${role.toUpperCase()}`, text]),
    ...Object.entries(ends).flatMap(([code, [headline, advice]]) => [
      [`end.${code}`, headline],
      [`advice.${code}`, advice],
    ]),
    ...Object.entries(problems).map(([code, text]) => [`problem.${code}`, text]),
  ];
  return named.map(([name, text = '']) => `<p data-word="${name}">${escaped(text)}</p>`).join('\n');
}
