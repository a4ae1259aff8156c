/** The newest events first, at most 12; one that repeats is counted in its line, so that figures flood nothing. */
import { elementPage as words } from '../../i18n/en/element-page';

const MOST = 12;
const LONGEST = 220; // characters of a payload

export function createEventLog(list: HTMLElement) {
  let last = '';
  let count = 0;
  return {
    add(type: string, detail: unknown) {
      const again = type === last && list.firstElementChild !== null;
      count = again ? count + 1 : 1;
      last = type;
      const name = document.createElement('strong');
      name.textContent = type;
      const what = document.createElement('code');
      const text = JSON.stringify(detail);
      what.textContent = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
      const line = document.createElement('li');
      line.append(name, ' ', ...(again ? [words.times(count), ' '] : []), what);
      if (again) list.firstElementChild?.replaceWith(line);
      else list.prepend(line);
      while (list.childElementCount > MOST) list.lastElementChild?.remove();
    },
    clear: () => list.replaceChildren(),
  };
}
