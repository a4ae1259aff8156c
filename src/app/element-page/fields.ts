/** The form of attributes: fields for the query and, from a lab's own table, for what is on the bench. */
import { elementPage as words } from '../../i18n/en/element-page';
import type { Parameter } from '../../spec/parameters';
import { patternNames } from '../../spec/tie-map';

/** How a value is chosen, and what stands for none. */
export type Field = {
  readonly name: string;
  /** Values to choose from; none: it is typed. */
  readonly options: readonly string[];
  readonly fallback: string;
  readonly numeric: boolean;
};

/** What the table says of a key, as texts of the hash. */
export function fieldOf(name: string, parameter: Parameter): Field {
  const { kind } = parameter;
  const options = kind === 'choice' ? parameter.options.map(String) : kind === 'flag' ? ['1', '0'] : [];
  const fallback = kind === 'flag' ? String(Number(parameter.default)) : String(parameter.default);
  return { name, options, fallback, numeric: kind === 'integer' || kind === 'number' };
}

/** The values a key takes, in words. */
export function valuesOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'choice':
      return parameter.options.join(', ');
    case 'flag':
      return '0, 1';
    case 'list':
      return words.numbers(parameter.lengths.join(', '));
    case 'integer':
    case 'number':
      return words.range(parameter.min, parameter.max);
    case 'text':
      return words.text(parameter.longest, parameter.character);
    case 'tie-map':
      return words.tieMap(patternNames.join(', '));
    default:
      return parameter satisfies never;
  }
}

/** A label with its control; the control's name is the attribute's, empty means not given. */
export function createField({ name, options, fallback, numeric }: Field, value: string): HTMLElement {
  const label = document.createElement('label');
  label.htmlFor = `attribute-${name}`;
  label.textContent = name;
  const control = options.length > 0 ? createSelect(options, fallback) : createInput(numeric, fallback);
  control.id = label.htmlFor;
  control.name = name;
  control.value = value;
  const field = document.createElement('div');
  field.className = 'field';
  field.append(label, control);
  return field;
}

function createSelect(options: readonly string[], fallback: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.add(new Option(words.byDefault(fallback), ''));
  for (const option of options) select.add(new Option(option, option));
  return select;
}

function createInput(numeric: boolean, fallback: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.inputMode = numeric ? 'decimal' : 'text';
  input.spellcheck = false;
  input.placeholder = fallback;
  return input;
}
