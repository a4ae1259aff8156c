/** public/still.svg is drawn from the app's own numbers and colours. After an intended change: `-u`, as for every picture. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleDigit } from '../../src/lab-page/sample-digits';
import { convolutionParameters } from '../../src/labs/convolution/parameters';
import {
  copies,
  featureMap,
  slideGeometry,
  typedKernel,
} from '../../src/labs/convolution/slide/kernel-source';
import { openingSite } from '../../src/labs/convolution/slide/slide-clock';
import { defaultsOf } from '../../src/spec/parameters';
import { type Colours, drawStill } from './draw-still';

const tokens = readFileSync(join(process.cwd(), 'src/ui/tokens.css'), 'utf8');

/** The colours of a theme, from the first rule for it in ui/tokens.css. */
function coloursOf(theme: string): Colours {
  const rule = tokens.slice(tokens.indexOf(`[data-theme="${theme}"]`));
  const of = (role: string) => {
    const colour = new RegExp(`--${role}: (#[0-9a-f]{6});`).exec(rule)?.[1];
    if (!colour) throw new Error(`No colour ${role} in ${theme}.`);
    return colour;
  };
  return {
    ink: of('ink'),
    blank: of('blank'),
    zero: of('zero'),
    positive: of('positive'),
    negative: of('negative'),
    shared: of('shared'),
  };
}

test('the still picture is the kernel of act Slide at its opening position, in light and dark', async () => {
  const state = defaultsOf(convolutionParameters);
  const geometry = slideGeometry(state);
  const kernel = typedKernel('edge', [], state.size);
  const { pixels } = sampleDigit(state.digit);
  const outputs = featureMap(pixels, geometry, copies(kernel, geometry.sites));
  const picture = drawStill({
    pixels,
    kernel: kernel.slice(0, geometry.taps),
    outputs,
    site: openingSite(outputs, geometry.outWidth),
    stride: geometry.stride,
    before: geometry.padTop,
    light: coloursOf('light'),
    dark: coloursOf('dark'),
  });
  expect(picture.length).toBeLessThan(30_000);
  await expect(picture).toMatchFileSnapshot('../../public/still.svg');
});
