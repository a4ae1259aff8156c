/** The colours of groups: readable numbers, visible lines, neighbours apart for every kind of eye. */
import { describe, expect, it } from 'vitest';
import { MAP_SIDE, mapPatterns } from '../../src/spec/tie-map';
import { colorPlace, contrast, groupColor } from '../../src/views/group-colors';
import { lightPalette } from '../../src/views/palette';
import { rgb } from '../../src/views/rgb';

const darkPalette = {
  ...lightPalette,
  ...{ paper: '#12151c', card: '#191d27', ink: '#eceef3', muted: '#98a1b3', blank: '#232936' },
};
const palettes = [lightPalette, darkPalette];
const groups = Array.from({ length: 16 }, (_, group) => group);

/** Linear red, green and blue as they are seen without one kind of cone (Machado et al. 2009, severity 1). */
const EYES: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB of a colour as an eye sees it. */
function lab(color: string, eye: string): readonly [number, number, number] {
  const { r, g, b } = rgb(color);
  const linear = [r, g, b].map((part) =>
    part <= 10.31 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  const [red = 0, green = 0, blue = 0] = (EYES[eye] ?? []).map((row) =>
    Math.max(
      0,
      Math.min(
        1,
        row.reduce((sum, share, at) => sum + share * (linear[at] ?? 0), 0),
      ),
    ),
  );
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('the colours of groups', () => {
  it('carry their numbers with a contrast of 4.5, and their lines stand out from the card by 3', () => {
    for (const palette of palettes)
      for (const group of groups) {
        const { fill, line, ink } = groupColor(palette, group);
        expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(line, palette.card)).toBeGreaterThanOrEqual(3);
      }
  });

  it('are sixteen: eight hues, plain and hatched', () => {
    const seen = groups.map((group) => groupColor(lightPalette, group));
    expect(new Set(seen.map(({ fill }) => fill)).size).toBe(8);
    expect(new Set(seen.map(({ fill, hatched }) => `${fill} ${hatched}`)).size).toBe(16);
  });

  it('of groups that follow one another differ to every eye', () => {
    for (const palette of palettes)
      for (const eye of Object.keys(EYES))
        for (const group of groups) {
          const [one, next] = [groupColor(palette, group), groupColor(palette, group + 1)];
          const [a, b] = [lab(one.fill, eye), lab(next.fill, eye)];
          const away = Math.hypot(...a.map((part, at) => part - (b[at] ?? 0)));
          expect(away, `${eye} ${group + 1} and ${group + 2}`).toBeGreaterThan(8);
        }
  });

  it('differ between all positions that touch in a regular pattern and have another group', () => {
    for (const map of Object.values(mapPatterns))
      map.forEach((group, site) => {
        const beside = (site + 1) % MAP_SIDE === 0 ? undefined : map[site + 1];
        for (const other of [beside, map[site + MAP_SIDE]])
          if (other !== undefined && other !== group) expect(colorPlace(other)).not.toBe(colorPlace(group));
      });
  });
});
