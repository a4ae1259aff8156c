import { describe, expect, it } from 'vitest';
import { sampleDigit } from '../../../src/lab-page/sample-digits';
import {
  cellsForSize,
  copies,
  featureMap,
  slideGeometry,
  typedKernel,
  untrainedKernels,
  withEdits,
} from '../../../src/labs/convolution/slide/kernel-source';
import { initialWeights } from '../../../src/math/initial-weights';
import { networkLayers } from '../../../src/math/network-layers';
import { networkOnImage } from '../../../src/math/network-on-image';
import { flagshipNetwork } from '../../../src/spec/flagship-network';

const image = sampleDigit(4).pixels;

describe('the feature map', () => {
  it.each(['shared', 'independent'] as const)(
    'with learned kernels is the first layer of the %s network, cell by cell',
    (id) => {
      const network = flagshipNetwork(id);
      const { firstLayer } = networkOnImage(networkLayers(network), initialWeights(network, 1), image);
      const geometry = slideGeometry({ kernel: 'learned', size: 7, stride: 1, padding: 'valid' });
      for (const filter of [0, 7]) {
        const map = featureMap(image, geometry, untrainedKernels(id, 'own', 1, filter));
        expect(map).toHaveLength(196);
        for (const [site, value] of map.entries())
          expect(value).toBeCloseTo(firstLayer[site * 8 + filter] ?? Number.NaN, 5);
      }
    },
  );

  it('is the same for one kernel and for copies of it at every position', () => {
    const geometry = slideGeometry({ kernel: 'edge', size: 5, stride: 2, padding: 'same' });
    const kernel = typedKernel('edge', [], 5);
    expect(featureMap(image, geometry, copies(kernel, 196))).toEqual(featureMap(image, geometry, kernel));
  });

  it('changes at one cell only when the kernel of one position is edited', () => {
    const geometry = slideGeometry({ kernel: 'edge', size: 5, stride: 2, padding: 'same' });
    const wall = copies(typedKernel('edge', [], 5), 196);
    const edited = withEdits(wall, new Map([[90, new Float32Array(26).fill(1)]]), 196);
    const [before, after] = [featureMap(image, geometry, wall), featureMap(image, geometry, edited)];
    const changed = [...before.keys()].filter((site) => before[site] !== after[site]);
    expect(changed).toEqual([90]);
  });
});

describe('typed cells', () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  it('keep their centre when the size changes, and come back', () => {
    const grown = cellsForSize(nine, 5);
    expect(grown).toHaveLength(25);
    expect(grown[12]).toBe(5);
    expect(cellsForSize(grown, 3)).toEqual(nine);
  });

  it('that are no square kernel give zeros, none at all the identity', () => {
    expect(cellsForSize([1, 2], 3)).toEqual(new Array(9).fill(0));
    expect(typedKernel('custom', [], 3)[4]).toBe(1);
  });
});
