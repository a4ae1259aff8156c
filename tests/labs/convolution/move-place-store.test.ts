import { beforeEach, describe, expect, it } from 'vitest';
import { shareText } from '../../../src/labs/convolution/move/move-words';
import { placeStore, placeWith } from '../../../src/labs/convolution/move/place-store';
import { framePaths } from '../../../src/views/move-canvas';
import { startPlace } from '../../../src/views/placement-place';

const there = { row: 2, column: 13 };

describe('the place of the digit', () => {
  beforeEach(() => placeStore.setState({ place: null, variant: null }));

  it('goes when the data change: a place means something else then', () => {
    const { keepFor, set } = placeStore.getState();
    keepFor('roaming');
    set(there);
    keepFor('roaming');
    expect(placeWith(placeStore.getState(), 'roaming')).toEqual(there);
    expect(placeWith(placeStore.getState(), 'corner')).toEqual(startPlace('corner'));
    keepFor('corner');
    keepFor('roaming');
    expect(placeWith(placeStore.getState(), 'roaming')).toEqual(startPlace('roaming'));
  });
});

describe('the frame of the digit', () => {
  it('is a closed box on the canvas and open where the digit is pushed off it', () => {
    expect(framePaths(0, 0, 280, 280).beyond).toBe('');
    expect(framePaths(0, 0, 280, 280).whole).toMatch(/z$/);
    const { whole, beyond } = framePaths(70, 0, 280, 280);
    expect(whole.match(/M/g)).toHaveLength(3);
    expect(beyond).toBe('M279 1L279 279');
  });
});

describe('a share beside its bar', () => {
  it('has a decimal only where 100 would hide a doubt', () => {
    expect([0.004, 0.5, 0.987, 0.9942, 0.9999].map(shareText)).toEqual([
      '0\u202f%',
      '50\u202f%',
      '99\u202f%',
      '99.4\u202f%',
      '100\u202f%',
    ]);
  });
});
