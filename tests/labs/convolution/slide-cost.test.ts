import { describe, expect, it } from 'vitest';
import { filterCost } from '../../../src/labs/convolution/slide/slide-cost';
import { convolutionGeometry } from '../../../src/math/convolution-geometry';

const geometry = convolutionGeometry({
  height: 28,
  width: 28,
  channels: 1,
  size: 5,
  stride: 2,
  padding: 'same',
});

describe('the cost of one filter', () => {
  it('has the figures of the flagship', () => {
    expect(filterCost(geometry, 1)).toEqual({ parameters: 26, bytes: 104, multiplyAdds: 4900 });
    expect(filterCost(geometry, 196)).toEqual({ parameters: 5096, bytes: 20384, multiplyAdds: 4900 });
  });
});
