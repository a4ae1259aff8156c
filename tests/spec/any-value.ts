/** Arbitrary values of a parameter, for laws over tables. */
import fc from 'fast-check';
import type { Parameter, ParameterValue } from '../../src/spec/parameters';
import { canonicalMap, MAP_SITES, patternNames, textOfMap } from '../../src/spec/tie-map';

export function anyValue(parameter: Parameter): fc.Arbitrary<ParameterValue> {
  switch (parameter.kind) {
    case 'choice':
      return fc.constantFrom(...parameter.options);
    case 'flag':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: parameter.min, max: parameter.max });
    case 'number':
      return fc.double({ min: parameter.min, max: parameter.max, noNaN: true });
    case 'list':
      return fc.constantFrom(...parameter.lengths).chain((length) =>
        fc.array(fc.double({ min: parameter.min, max: parameter.max, noNaN: true }), {
          minLength: length,
          maxLength: length,
        }),
      );
    case 'text':
      return fc
        .array(fc.stringMatching(new RegExp(`^(?:${parameter.character})$`, 'u')), {
          maxLength: parameter.longest,
        })
        .map((characters) => characters.join('').slice(0, parameter.longest));
    case 'tie-map':
      return fc.oneof(
        fc.constantFrom(...patternNames),
        fc
          .array(fc.integer({ min: 0, max: 7 }), { minLength: MAP_SITES, maxLength: MAP_SITES })
          .map((labels) => textOfMap(canonicalMap(labels))),
      );
    default:
      return parameter satisfies never;
  }
}

/** Minus zero is written as zero. */
export const plain = (value: ParameterValue): ParameterValue =>
  typeof value === 'object' ? value.map((cell) => cell + 0) : value;
