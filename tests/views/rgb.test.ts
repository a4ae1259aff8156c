/** Our few colours against d3's, which know them all. */
import { interpolateRgb as d3Interpolate, rgb as d3Rgb } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cssRgb, interpolateRgb, rgb } from '../../src/views/rgb';

const digit = fc.constantFrom(...'0123456789abcdefABCDEF');
const byte = fc.integer({ min: 0, max: 255 });
const colour = fc.oneof(
  fc.array(digit, { minLength: 3, maxLength: 3 }).map((digits) => `#${digits.join('')}`),
  fc.array(digit, { minLength: 6, maxLength: 6 }).map((digits) => `#${digits.join('')}`),
  fc.tuple(byte, byte, byte).map((parts) => `rgb(${parts.join(', ')})`),
);

test('a colour is read as d3 reads it', () => {
  fc.assert(
    fc.property(colour, (text) => {
      const { r, g, b } = d3Rgb(text);
      expect(rgb(text)).toEqual({ r, g, b });
      expect(cssRgb(rgb(text))).toBe(d3Rgb(text).formatRgb());
      expect(cssRgb(rgb(text), 0.2)).toBe(d3Rgb(text).copy({ opacity: 0.2 }).formatRgb());
    }),
  );
});

test('what lies between two colours is what d3 puts there', () => {
  fc.assert(
    fc.property(colour, colour, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, fraction) => {
      expect(interpolateRgb(one, other)(fraction)).toBe(d3Interpolate(one, other)(fraction));
    }),
  );
});

test('what is no colour is black', () => {
  for (const text of ['', 'none', '#12', 'url(#a)', 'rgb']) expect(rgb(text)).toEqual({ r: 0, g: 0, b: 0 });
});
