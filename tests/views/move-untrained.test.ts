import { describe, expect, it } from 'vitest';
import { sampleDigit, sampleDigitCount } from '../../src/lab-page/sample-digits';
import { placedDigit } from '../../src/labs/convolution/move/placed-digit';
import { untrainedPrediction } from '../../src/labs/convolution/move/untrained-prediction';
import { ninePlaces } from '../../src/views/placement-place';

const pictures = ninePlaces.map((place, index) => placedDigit(sampleDigit(index).pixels, 'roaming', place));

describe('before training', () => {
  it('every answer is ten probabilities', () => {
    for (const id of ['shared', 'independent'] as const)
      for (const pixels of pictures) {
        const { answer: probabilities } = untrainedPrediction(id, 'own', 1, pixels);
        expect(probabilities).toHaveLength(10);
        expect(probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      }
  });

  it('one shared kernel is exactly equivariant, independent ones are not, unless they are copies', () => {
    for (const pixels of pictures) {
      expect(untrainedPrediction('shared', 'own', 1, pixels).equivarianceError).toBe(0);
      expect(untrainedPrediction('independent', 'own', 1, pixels).equivarianceError).toBeGreaterThan(0.5);
      expect(untrainedPrediction('independent', 'copies', 1, pixels).equivarianceError).toBe(0);
    }
  });

  it('copies of the shared kernel answer as the shared network does', () => {
    for (const pixels of pictures)
      expect(untrainedPrediction('independent', 'copies', 3, pixels)).toEqual(
        untrainedPrediction('shared', 'own', 3, pixels),
      );
  });
});

describe('the sample digits', () => {
  it('are of class i mod 10, 28x28, between paper and ink, and go round', () => {
    for (let index = 0; index < sampleDigitCount; index++) {
      const { label, pixels } = sampleDigit(index);
      expect(label).toBe(index % 10);
      expect(pixels).toHaveLength(784);
      expect(Math.min(...pixels)).toBe(0);
      expect(Math.max(...pixels)).toBe(1);
    }
    expect(sampleDigit(sampleDigitCount)).toBe(sampleDigit(0));
    expect(sampleDigit(-1)).toBe(sampleDigit(sampleDigitCount - 1));
  });
});
