/** Quiet and dense, as a CRM is: one column of navigation, cards on a pale ground. No font or picture from elsewhere. */
export const STYLE = `
:root { --ink: #1f2733; --soft: #66707f; --line: #e1e5ea; --ground: #f2f4f7; --card: #fff; --accent: #1c6dd0; --accent-ink: #fff;
  --mine: #e2f0ff; --good: #1d7f4b; --bad: #b3372f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ee; --soft: #98a3b3; --line: #2c3542; --ground: #12171e; --card: #1a212b; --accent: #5b9df0; --accent-ink: #0b1017;
    --mine: #1d3a5c; --good: #56c48a; --bad: #ee8079; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.shell { display: grid; grid-template-columns: 230px minmax(0, 1fr); min-height: 100vh; }
.side { background: var(--card); border-right: 1px solid var(--line); padding: 20px 14px; position: sticky; top: 0; height: 100vh; display: flex; flex-direction: column; gap: 4px; }
.brand { padding: 0 10px 14px; }
.brand b { display: block; font-size: 17px; }
.brand small, .soft { color: var(--soft); }
.side a { display: flex; justify-content: space-between; gap: 8px; color: var(--ink); border-radius: 8px; padding: 8px 10px; }
.side a:hover { background: var(--ground); text-decoration: none; }
.side a[aria-current] { background: var(--accent); color: var(--accent-ink); }
.side a[aria-current] .count { color: inherit; }
.count { color: var(--soft); font-variant-numeric: tabular-nums; }
.side .foot { margin-top: auto; padding: 10px; font-size: 13px; color: var(--soft); }
.side .foot a { display: inline; padding: 0; color: var(--accent); }
main { padding: 26px 30px 60px; }
h1 { font-size: 23px; margin: 0 0 18px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 0 0 12px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 18px; margin-bottom: 18px; overflow-x: auto; }
.empty { color: var(--soft); margin: 0; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; font-size: 13px; color: var(--soft); padding: 0 12px 8px 0; white-space: nowrap; }
td { border-top: 1px solid var(--line); padding: 9px 12px 9px 0; vertical-align: top; overflow-wrap: break-word; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.wide { overflow-wrap: anywhere; min-width: 140px; }
td.nowrap { white-space: nowrap; }
tfoot td { font-weight: 600; }
code { font: 13px/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.two { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 18px; align-items: start; }
dl { display: grid; grid-template-columns: minmax(110px, max-content) minmax(0, 1fr); gap: 8px 18px; margin: 0; }
dt { color: var(--soft); overflow-wrap: anywhere; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.board { display: flex; gap: 12px; overflow-x: auto; align-items: start; padding-bottom: 10px; }
.stage { flex: 1 0 200px; min-width: 0; max-width: 330px; }
.stage.empty { flex: 0 0 126px; font-size: 13px; }
.stage { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 12px; border-top: 4px solid var(--accent); }
.stage.won { border-top-color: var(--good); }
.stage.lost { border-top-color: var(--bad); }
.stage header { display: flex; justify-content: space-between; gap: 8px; font-weight: 600; margin-bottom: 8px; }
.deal { display: block; color: var(--ink); border: 1px solid var(--line); border-radius: 9px; padding: 10px; margin-top: 8px; overflow-wrap: break-word; background: var(--ground); }
.deal:hover { border-color: var(--accent); text-decoration: none; }
.deal b, .deal > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.deal b { font-weight: 600; }
.deal > span { -webkit-line-clamp: 2; }
.deal small { color: var(--soft); display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 8px; margin-top: 3px; }
.deal small span { white-space: nowrap; }
.entry { border-left: 3px solid var(--line); padding: 2px 0 2px 12px; margin-bottom: 14px; overflow-wrap: anywhere; white-space: pre-wrap; }
.entry small { display: block; color: var(--soft); white-space: normal; }
.tag { display: inline-block; border-radius: 6px; padding: 0 7px; font-size: 13px; background: var(--ground); border: 1px solid var(--line); color: var(--soft); }
.tag.good { color: var(--good); border-color: currentColor; background: none; }
.tag.bad { color: var(--bad); border-color: currentColor; background: none; }
.talk { display: grid; grid-template-columns: 290px minmax(0, 1fr); gap: 18px; align-items: start; }
.talk .list { padding: 8px; }
.talk .list a { display: block; color: var(--ink); padding: 9px 10px; border-radius: 9px; overflow-wrap: anywhere; }
.talk .list a[aria-current], .talk .list a:hover { background: var(--ground); text-decoration: none; }
.talk .list small { display: block; color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chat { display: flex; flex-direction: column; height: calc(100vh - 130px); min-height: 380px; padding: 0; }
.chat > header { overflow-wrap: anywhere; }
.chat > header { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: baseline; padding: 14px 18px; border-bottom: 1px solid var(--line); }
.messages { display: flex; flex-direction: column; gap: 8px; padding: 18px; overflow-y: auto; flex: 1; min-height: 180px; }
.message { max-width: 75%; border: 1px solid var(--line); border-radius: 12px; padding: 8px 12px; overflow-wrap: anywhere; white-space: pre-wrap; align-self: flex-start; background: var(--ground); }
.message.operator { align-self: flex-end; background: var(--mine); border-color: transparent; }
.message.gone { font-style: italic; color: var(--soft); }
.message small { display: block; color: var(--soft); font-size: 12px; white-space: normal; }
form.reply { display: flex; gap: 10px; padding: 14px 18px; border-top: 1px solid var(--line); align-items: flex-end; }
textarea, input[type=search] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 9px; padding: 9px 11px; }
textarea { flex: 1; min-height: 46px; max-height: 40vh; resize: vertical; }
form.reply button { min-height: 46px; }
button { font: inherit; border: 1px solid transparent; background: var(--accent); color: var(--accent-ink); border-radius: 9px; padding: 9px 16px; cursor: pointer; white-space: nowrap; }
button.plain { background: none; color: var(--soft); border-color: var(--line); padding: 3px 10px; font-size: 13px; }
form.search { display: flex; gap: 10px; margin-bottom: 16px; }
form.search input { width: min(340px, 100%); }
.pages { display: flex; gap: 16px; margin-top: 14px; }
.push { margin-left: auto; }
@media (max-width: 860px) {
  .shell { grid-template-columns: minmax(0, 1fr); }
  .side { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); flex-direction: row; flex-wrap: wrap; padding: 10px; }
  .brand { width: 100%; padding: 4px 8px; }
  .side .foot { margin: 0; padding: 8px 10px; }
  main { padding: 18px 14px 40px; }
  .two, .talk { grid-template-columns: minmax(0, 1fr); }
  .chat { height: auto; order: -1; }
}
`;

/**
 * Fetches the page again when something has changed, and puts its content in place; what is being written stays. Without
 * scripts the page is read again every few seconds.
 */
export const SCRIPT = `
const live = new EventSource('/live?state=' + encodeURIComponent(document.body.dataset.state));
let isLoading = false, isStale = false;
async function refresh() {
  if (isLoading) { isStale = true; return; }
  isLoading = true;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const selector of ['[data-live=side]', '[data-live=body]']) {
      const [before, after] = [document.querySelector(selector), next.querySelector(selector)];
      if (!before || !after || before.innerHTML === after.innerHTML) continue;
      keep(before, after);
    }
  } catch { /* the portal is gone: the source says when it is back */ }
  isLoading = false;
  if (isStale) { isStale = false; refresh(); }
}
function keep(before, after) {
  const field = before.querySelector('textarea');
  const written = field && { value: field.value, isFocused: document.activeElement === field, at: field.selectionStart };
  const list = before.querySelector('.messages');
  const isAtEnd = !list || list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const top = list?.scrollTop ?? 0;
  before.replaceChildren(...after.childNodes);
  const fresh = before.querySelector('textarea');
  if (fresh && written) {
    fresh.value = written.value;
    if (written.isFocused) { fresh.focus(); fresh.setSelectionRange(written.at, written.at); }
  }
  const messages = before.querySelector('.messages');
  if (messages) messages.scrollTop = isAtEnd ? messages.scrollHeight : top;
}
live.addEventListener('changed', refresh);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.target.tagName !== 'TEXTAREA') return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('form.reply')) return;
  event.preventDefault();
  const { value } = form.querySelector('textarea');
  if (value.trim() === '') return;
  const sent = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const field = document.querySelector('form.reply textarea');
  if (sent.ok && field?.value === value) field.value = '';
  refresh();
});
const messages = document.querySelector('.messages');
if (messages) messages.scrollTop = messages.scrollHeight;
`;
