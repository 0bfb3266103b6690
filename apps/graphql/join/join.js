// Runs in the browser as it is written: the page has to be there without a build. Types are checked by its tsconfig.
// The token comes behind the `#` of the address, which no server sees, and leaves it at once: a picture of the screen or
// the history has none. The tab keeps it for a reload, another language, the way to the provider and back.

const KEPT_AS = 'domovoy.invitation';

/** @typedef {{ company: { name: string, shortName: string }, email: string, role: string, isPersonKnown: boolean }} Invitation */
/** @typedef {{ token: string, left?: Invitation }} Kept `left`: for the provider with this invitation, or joined by it. */
/** @typedef {{ status: number, body: any, code: string, problem: string, retryAfter: number }} Answer */

/** @template {HTMLElement} Kind @param {string} id @param {new () => Kind} kind @returns {Kind} */
function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new TypeError(`the page has no ${id}`);
  return element;
}
/** @param {string} id */
const part = (id) => byId(id, HTMLElement);
/** @param {string} id */
const input = (id) => byId(id, HTMLInputElement);

/** @param {string} name */
const word = (name) =>
  byId('words', HTMLTemplateElement).content.querySelector(`[data-word="${CSS.escape(name)}"]`)
    ?.textContent ?? '';

/** @param {string} path @param {object} [body] @returns {Promise<Answer>} */
async function ask(path, body) {
  const sent = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const response = await fetch(`auth/${path}`, sent);
    const answer = await response.json();
    const { code = 'UNAVAILABLE', problem = '' } = answer.errors?.[0]?.extensions ?? {};
    const retryAfter = Number(response.headers.get('retry-after') ?? 60);
    return { status: response.status, body: answer, code: response.ok ? '' : code, problem, retryAfter };
  } catch {
    return { status: 0, body: null, code: 'UNAVAILABLE', problem: '', retryAfter: 1 };
  }
}

/** @returns {Kept | null} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null');
  } catch {
    return null;
  }
}
/** @param {Kept | null} value */
function keep(value) {
  try {
    if (value === null) sessionStorage.removeItem(KEPT_AS);
    else sessionStorage.setItem(KEPT_AS, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: all goes well but a reload, for which the link is opened again.
  }
}

/** @param {'opening' | 'end' | 'joined' | 'invitation'} shown */
function show(shown) {
  for (const id of ['opening', 'end', 'joined', 'invitation']) part(id).hidden = id !== shown;
}

/** @param {string} code */
function showEnd(code) {
  const known = word(`end.${code}`) === '' ? 'UNAVAILABLE' : code;
  part('end-headline').textContent = word(`end.${known}`);
  part('end-advice').textContent = word(`advice.${known}`);
  part('again').hidden = known !== 'UNAVAILABLE' && known !== 'SIGN_IN_OFF';
  show('end');
  part('end-headline').focus();
}

/** @param {Invitation} invitation */
function fill({ company, role, email, isPersonKnown }) {
  const texts = { company: company.name, role: word(`role.${role}`), email };
  for (const [name, text] of Object.entries(texts))
    for (const place of document.querySelectorAll(`[data-${name}]`)) place.textContent = text;
  for (const element of document.querySelectorAll('[data-for]'))
    if (element instanceof HTMLElement)
      element.hidden = (element.dataset['for'] === 'known') !== isPersonKnown;
  input('email').value = email;
  input('password').autocomplete = isPersonKnown ? 'current-password' : 'new-password';
  document.title = `${word('title')}: ${company.name} · Domovoy`;
}

/** @param {string} token @param {Invitation} invitation */
function showJoined(token, invitation) {
  keep({ token, left: invitation });
  fill(invitation);
  show('joined');
  part('joined-headline').focus();
}

/** The problem beside its field, which is said by screen readers as it gets the focus; else above the form. */
function say(/** @type {string} */ text, /** @type {'name' | 'password' | 'code' | null} */ field = null) {
  for (const name of ['name', 'password', 'code']) {
    part(`${name}-problem`).textContent = name === field ? text : '';
    if (name === field) input(name).setAttribute('aria-invalid', 'true');
    else input(name).removeAttribute('aria-invalid');
  }
  part('problem').textContent = field === null ? text : '';
  if (text !== '') (field === null ? part('problem') : input(field)).focus();
}

/** @param {Answer} answer @param {string} token @param {Invitation} invitation */
async function sayRefusal({ code, problem, retryAfter }, token, invitation) {
  if (code === 'NAME_INVALID') return say(word('problem.NAME_INVALID'), 'name');
  if (code === 'PASSWORD_INVALID') return say(word(`problem.PASSWORD_${problem}`), 'password');
  if (code === 'CODE_NEEDED') {
    part('code-part').hidden = false;
    return say(word('problem.CODE_NEEDED'), 'code');
  }
  if (code === 'THROTTLED')
    return say(word('problem.THROTTLED').replace('{minutes}', String(Math.ceil(retryAfter / 60))));
  if (code !== 'SIGN_IN_REFUSED') return say(word('problem.UNAVAILABLE'));
  // The answer does not tell a wrong password from a link that somebody used meanwhile.
  const now = await ask('invitation', { token });
  if (now.code !== '') return showEnd(now.code);
  if (now.body.isPersonKnown !== invitation.isPersonKnown) return location.reload();
  return say(word('problem.SIGN_IN_REFUSED'), 'password');
}

/** @param {string} token @param {Invitation} invitation */
function offerProvider(token, invitation) {
  const link = byId('provider-link', HTMLAnchorElement);
  const { pathname } = location;
  const query = new URLSearchParams({
    returnTo: `${pathname}?lang=${document.documentElement.lang}`,
    company: invitation.company.shortName,
  });
  link.href = `auth/oidc/begin?${query}`;
  link.addEventListener('click', () => keep({ token, left: invitation }));
  part('provider').hidden = false;
}

/** @param {string} token @param {Invitation} invitation */
async function showInvitation(token, invitation) {
  fill(invitation);
  const provider = await ask('oidc');
  if (provider.body?.isOn === true) offerProvider(token, invitation);
  byId('form', HTMLFormElement).addEventListener('submit', async (event) => {
    event.preventDefault();
    const submit = byId('submit', HTMLButtonElement);
    // A second press while the first is on its way would find the link used.
    if (submit.getAttribute('aria-disabled') === 'true') return;
    submit.setAttribute('aria-disabled', 'true');
    const code = input('code').value.trim();
    const given = { token, password: input('password').value, ...(code === '' ? {} : { code }) };
    const answer = await ask(
      'join',
      invitation.isPersonKnown ? given : { ...given, name: input('name').value },
    );
    submit.removeAttribute('aria-disabled');
    if (answer.code === '') showJoined(token, invitation);
    else await sayRefusal(answer, token, invitation);
  });
  input('show').addEventListener('change', ({ target }) => {
    input('password').type = target instanceof HTMLInputElement && target.checked ? 'text' : 'password';
  });
  show('invitation');
}

/** What went wrong on the way to the provider and back. @param {string | null} code */
function problemOfReturn(code) {
  if (code === null) return 'IDENTITY_OTHER';
  return code === 'SIGN_IN_REFUSED' ? 'IDENTITY_REFUSED' : 'PROVIDER_UNAVAILABLE';
}

async function start() {
  const url = new URL(location.href);
  const signInError = url.searchParams.get('signInError');
  const before = kept();
  const token = url.hash.slice(1) || before?.token || '';
  // Another link in the same tab is another invitation.
  const left = before?.token === token ? before.left : undefined;
  url.searchParams.delete('signInError');
  url.hash = '';
  history.replaceState(null, '', url.href.replace(/#$/, ''));
  keep(token === '' ? null : { token });
  show('opening');
  const answer = await ask('invitation', { token });
  if (left !== undefined && signInError === null && answer.code === 'INVITATION_USED')
    return showJoined(token, left);
  if (answer.code !== '') return showEnd(answer.code);
  await showInvitation(token, answer.body);
  if (left !== undefined) say(word(`problem.${problemOfReturn(signInError)}`));
}

addEventListener('hashchange', () => location.reload());
part('again').addEventListener('click', () => location.reload());
await start();
