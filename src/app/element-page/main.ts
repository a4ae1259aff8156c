/** element.html: the playground of `<tied-lab>` and its reference. Plain DOM; the element is the one of embed.js. */
import { queryKeys } from '../../embed/element/attributes';
import type { TiedError } from '../../embed/element/conversation';
import { eventTypes } from '../../embed/element/lab-frame';
import { defineTiedLab } from '../../embed/element/tied-lab';
import { elementPage as words } from '../../i18n/en/element-page';
import { languageNames } from '../../i18n/languages';
import { convolutionParameters } from '../../labs/convolution/parameters';
import { commonParameters } from '../../spec/parameters';
import { createEventLog } from './event-log';
import { createField, type Field, fieldOf } from './fields';
import { appendRows, benchRows, codeRows, eventRows, methodRows } from './reference';
import { htmlSnippet, mystSnippet, pythonSnippet } from './snippets';

const site = new URL('.', location.href).href;
const get = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`element.html has no #${id}.`);
  return found;
};
const find = <Tag extends 'tied-lab' | 'input' | 'img' | 'form'>(selector: string, tag: Tag) => {
  const found = document.querySelector<HTMLElementTagNameMap[Tag]>(`${tag}${selector}`);
  if (!found) throw new Error(`element.html has no ${tag}${selector}.`);
  return found;
};

const dark = matchMedia('(prefers-color-scheme: dark)');
const followSystem = () => {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
};
followSystem();
dark.addEventListener('change', followSystem);

// Listened to before there is anything to hear.
const lab = find('#lab', 'tied-lab');
const log = createEventLog(get('log'));
for (const type of eventTypes)
  lab.addEventListener(`tied-${type}`, (event) => {
    if (event instanceof CustomEvent) log.add(event.type, event.detail);
  });
get('clear').addEventListener('click', log.clear);
defineTiedLab(site);

const view: readonly Field[] = [
  ...queryKeys.map((name) => {
    const documented = document.querySelector(`#view-${name} + dd`)?.textContent?.split(', ') ?? [];
    // Of the languages of the contract those that the app speaks by now.
    const values = name === 'lang' ? Object.keys(languageNames) : documented;
    const chosen = name === 'hide' || name.startsWith('lesson') ? [] : values;
    const fallback = name === 'lang' || chosen.length === 0 ? '' : (chosen[0] ?? '');
    return { name, options: chosen, fallback, numeric: false };
  }),
  { name: 'title', options: [], fallback: '', numeric: false },
  { name: 'height', options: [], fallback: '', numeric: true },
];
const first = ['act', 'data', ...Object.keys(commonParameters)];
const bench = Object.entries(convolutionParameters).map(([name, parameter]) => fieldOf(name, parameter));
const isFirst = ({ name }: Field) => first.includes(name);
const fill = (id: string, fields: readonly Field[]) =>
  get(id).append(...fields.map((field) => createField(field, lab.getAttribute(field.name) ?? '')));
fill(
  'bench-fields',
  bench.filter(isFirst).sort((a, b) => first.indexOf(a.name) - first.indexOf(b.name)),
);
fill(
  'lab-fields',
  bench.filter((field) => !isFirst(field)),
);
fill('view-fields', view);

function showCode() {
  const pairs = [...lab.attributes]
    .filter(({ name }) => name !== 'id')
    .map(({ name, value }) => [name, value] as const);
  get('code').textContent = htmlSnippet(site, pairs);
}
showCode();
const form = find('#attributes', 'form');
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const value = target.value.trim();
  if (value === '') lab.removeAttribute(target.name);
  else lab.setAttribute(target.name, value);
  showCode();
});

get('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(get('code').textContent ?? '');
    get('copied').textContent = words.copied;
  } catch {
    getSelection()?.selectAllChildren(get('code'));
    get('copied').textContent = words.copyBlocked;
  }
});

/** A picture of 28 x 28 with one upright stroke. */
const stroke = Array.from({ length: 784 }, (_, i) =>
  Math.floor(i / 28) > 5 && Math.floor(i / 28) < 22 && (i % 28 === 13 || i % 28 === 14) ? 1 : 0,
);
const methods: Readonly<Record<string, () => Promise<unknown>>> = {
  getState: () => lab.getState(),
  play: () => lab.play(),
  pause: () => lab.pause(),
  reset: () => lab.reset(),
  predict: () => lab.predict({ pixels: stroke }),
  exportImage: () => lab.exportImage({ format: 'png', scale: 2 }),
  step: () => lab.step(Number(find('#count', 'input').value)),
  setState: async () => lab.setState(JSON.parse(find('#partial', 'input').value)),
};

async function call(method: string) {
  const say = (text: string) => {
    get('answered').textContent = text;
  };
  const begin = performance.now();
  say(words.asked(method));
  try {
    const answer = await methods[method]?.();
    say(words.answered(method, ((performance.now() - begin) / 1000).toFixed(1)));
    const picture = find('#picture', 'img');
    const { dataUrl } = Object(answer) as { readonly dataUrl?: unknown };
    picture.hidden = typeof dataUrl !== 'string';
    if (typeof dataUrl === 'string') picture.src = dataUrl;
    get('answer').hidden = false;
    get('answer').textContent = JSON.stringify(answer, shortened);
  } catch (error) {
    const { code, message } = error as TiedError;
    say(code ? words.refused(method, code, message) : words.notJson);
  }
}
/** A data URL is 100 kB of nothing to read. */
const shortened = (_: string, value: unknown) =>
  typeof value === 'string' && value.length > 80 ? `${value.slice(0, 40)}… (${value.length})` : value;

for (const method of Object.keys(methods).filter((name) => name !== 'step' && name !== 'setState')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.dataset.method = method;
  button.textContent = method;
  get('methods').append(button);
}
for (const button of document.querySelectorAll<HTMLElement>('[data-method]'))
  button.addEventListener('click', () => call(button.dataset.method ?? ''));

appendRows(get('bench-rows'), benchRows(convolutionParameters));
appendRows(get('event-rows'), eventRows);
appendRows(get('method-rows'), methodRows);
appendRows(get('code-rows'), codeRows);
get('python').textContent = pythonSnippet(site);
get('myst').textContent = mystSnippet(site);
