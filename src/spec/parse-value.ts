/**
 * Turns one text (from the hash or a form) or one native value (from a message) into a valid value of a
 * parameter. Never throws: what cannot be read is reported as such, numbers out of range are clamped.
 */
import type { Parameter, ParameterValue } from './parameters';
import { mapOfText, textOfMap } from './tie-map';

export type ParsedValue =
  | { readonly outcome: 'good'; readonly value: ParameterValue }
  | { readonly outcome: 'clamped'; readonly value: ParameterValue }
  | { readonly outcome: 'bad' };

const bad: ParsedValue = { outcome: 'bad' };
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number a text means, or null where it is no plain decimal number. `1e309` means infinity. */
export function numberFromText(text: string): number | null {
  const trimmed = text.trim().replace('\u2212', '-');
  return PLAIN_NUMBER.test(trimmed) ? Number(trimmed) : null;
}

function clamp(value: number, min: number, max: number): ParsedValue {
  const inside = Math.min(max, Math.max(min, value));
  return inside === value ? { outcome: 'good', value } : { outcome: 'clamped', value: inside };
}

/** Reads text as a value of this parameter. */
export function parseText(parameter: Parameter, text: string): ParsedValue {
  switch (parameter.kind) {
    case 'choice': {
      const found = parameter.options.find((option) => String(option) === text);
      return found === undefined ? bad : { outcome: 'good', value: found };
    }
    case 'flag':
      return text === '1' || text === '0' ? { outcome: 'good', value: text === '1' } : bad;
    case 'integer':
    case 'number': {
      const number = numberFromText(text);
      return number === null ? bad : parseNative(parameter, number);
    }
    case 'text':
    case 'tie-map':
      return parseNative(parameter, text);
    case 'list': {
      if (text === '') return parseNative(parameter, []);
      const numbers = text.split(',', Math.max(...parameter.lengths) + 1).map(numberFromText);
      return numbers.every((number) => number !== null) ? parseNative(parameter, numbers) : bad;
    }
    default:
      return parameter satisfies never;
  }
}

/** Reads a native value (number, boolean, string, array) as a value of this parameter. */
export function parseNative(parameter: Parameter, value: unknown): ParsedValue {
  switch (parameter.kind) {
    case 'choice': {
      const found = parameter.options.find((option) => option === value);
      return found === undefined ? bad : { outcome: 'good', value: found };
    }
    case 'flag':
      return typeof value === 'boolean' ? { outcome: 'good', value } : bad;
    case 'integer': {
      if (typeof value !== 'number' || Number.isNaN(value)) return bad;
      const clamped = clamp(value, parameter.min, parameter.max);
      if (clamped.outcome === 'good' && !Number.isInteger(value))
        return { outcome: 'clamped', value: Math.round(value) };
      return clamped;
    }
    case 'number':
      return typeof value !== 'number' || Number.isNaN(value)
        ? bad
        : clamp(value, parameter.min, parameter.max);
    case 'text': {
      if (typeof value !== 'string') return bad;
      const cut = value.slice(0, parameter.longest);
      if (!new RegExp(`^(?:${parameter.character})*$`, 'u').test(cut)) return bad;
      return { outcome: cut === value ? 'good' : 'clamped', value: cut };
    }
    case 'tie-map': {
      const map = typeof value === 'string' ? mapOfText(value) : null;
      return map ? { outcome: 'good', value: textOfMap(map) } : bad;
    }
    case 'list': {
      if (!Array.isArray(value) || !parameter.lengths.includes(value.length)) return bad;
      const cells = value.map((cell: unknown) =>
        typeof cell !== 'number' || Number.isNaN(cell)
          ? null
          : Math.min(parameter.max, Math.max(parameter.min, cell)),
      );
      if (!cells.every((cell) => cell !== null)) return bad;
      return cells.every((cell, index) => cell === value[index])
        ? { outcome: 'good', value: cells }
        : { outcome: 'clamped', value: cells };
    }
    default:
      return parameter satisfies never;
  }
}
