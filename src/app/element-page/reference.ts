/** Rows of the reference that code knows better than a page: keys of the lab, events, methods, error codes. */
import { eventTypes } from '../../embed/element/lab-frame';
import { elementPage as words } from '../../i18n/en/element-page';
import { commands, errorCodes, notifications } from '../../spec/frame-messages';
import type { ParameterTable } from '../../spec/parameters';
import { fieldOf, valuesOf } from './fields';

type Row = readonly [head: string, ...cells: string[]];

export const benchRows = (table: ParameterTable): readonly Row[] =>
  Object.entries(table).map(([key, parameter]) => [
    key,
    words.withDefault(valuesOf(parameter), fieldOf(key, parameter).fallback || words.none),
    parameter.doc,
  ]);

export const eventRows: readonly Row[] = Object.entries(notifications)
  .filter(([type]) => eventTypes.includes(type))
  .map(([type, { payload, doc }]) => [`tied-${type}`, payload, doc]);

/** How a method is called; `hello` the element says itself. */
const calls: Readonly<Record<Exclude<keyof typeof commands, 'hello'>, string>> = {
  getState: 'getState()',
  setState: 'setState(partial)',
  play: 'play()',
  pause: 'pause()',
  reset: 'reset()',
  step: 'step(count = 1)',
  predict: 'predict(input)',
  exportImage: "exportImage({format: 'png'})",
};

export const methodRows: readonly Row[] = [
  ...Object.entries(calls).map(([type, call]): Row => {
    const { reply, doc } = commands[type as keyof typeof calls];
    return [call, reply === 'state' ? 'state' : notifications[reply].payload, doc];
  }),
  ['command(type, payload)', 'the payload of the reply', words.anyCommand],
];

export const codeRows: readonly Row[] = Object.entries(errorCodes);

export function appendRows(list: Element, rows: readonly Row[]) {
  for (const [head, ...cells] of rows) {
    const row = document.createElement('div');
    row.append(
      ...[head, ...cells].map((text, i) => {
        const part = document.createElement(i === 0 ? 'dt' : 'dd');
        part.textContent = text;
        return part;
      }),
    );
    list.append(row);
  }
}
