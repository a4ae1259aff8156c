import { describe, expect, it } from 'vitest';
import { newDigits, oldDigits } from '../../src/engine/data/new-digits';
import { labs } from '../../src/labs/registry';
import { askedDigits, digitsAmong } from '../../src/spec/asked-digits';
import { defaultsOf } from '../../src/spec/parameters';
import { realDigits } from '../engine/real-digits';

const askedBy = async (id: string) => {
  const lab = await labs.find((meta) => meta.id === id)?.load();
  if (!lab) throw new Error(`There is no lab ${id}.`);
  return askedDigits(lab.buildSpec(defaultsOf(lab.table)));
};

describe('the training digits that an experiment asks for', () => {
  it('are its examples where it trains on digits, and none where it does not', async () => {
    expect(await askedBy('convolution')).toEqual({ digits: 2000, classes: 10 });
    expect(await askedBy('how-much')).toMatchObject({ classes: 10 });
    expect(await askedBy('multi-task')).toMatchObject({ classes: 10 });
    for (const id of ['recurrent', 'siamese', 'meta-learning']) expect((await askedBy(id)).digits).toBe(0);
  });

  it('are those of the old task in Transfer, of which a file has half as many as digits', async () => {
    const { digits: asked, classes } = await askedBy('transfer');
    expect({ asked, classes }).toEqual({ asked: 4000, classes: 5 });
    const digits = realDigits();
    const carried = { ...digits, train: { ...digits.train, count: asked } };
    const found = oldDigits(carried, asked, 1).train.count;
    expect(found).toBeGreaterThan(0.95 * digitsAmong(asked, classes));
    expect(found).toBeLessThan(1.08 * digitsAmong(asked, classes));
    // Of the new task all are there.
    expect(newDigits(carried, 50, 1).train.count).toBe(250);
  });
});
