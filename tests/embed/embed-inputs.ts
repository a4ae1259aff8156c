/** Options, titles and addresses for the tests of snippets: ordinary ones, hostile ones, arbitrary ones. */
import fc from 'fast-check';
import { type EmbedOptions, FRAME_BOUNDS, hideableParts, sizes } from '../../src/embed/embed-options';
import { backends, starts, themes } from '../../src/spec/parse-query';

export const hostileTitles = [
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '&quot; onload=alert(1) x=&quot;',
  '</iframe><img src=x onerror=alert(1)>',
  '`$(alert)`',
  'two\nlines\r\n```\n# heading',
  '](javascript:alert(1)) [x',
  '{{ 7 * 7 }} <%= x %> {raw}`html`',
  ']]><x>&amp;',
  '\u0000\u0008\u2028\ufffe\ud800 naïve 漢字 🙂',
  '```',
  ':::{note}',
  '',
  '   ',
] as const;

const pixels = ({ min, max }: { readonly min: number; readonly max: number }) => fc.integer({ min, max });

export const anyOptions: fc.Arbitrary<EmbedOptions> = fc.record({
  size: fc.constantFrom(...sizes),
  width: pixels(FRAME_BOUNDS.width),
  height: pixels(FRAME_BOUNDS.height),
  theme: fc.constantFrom(...themes),
  lang: fc.constantFrom(null, 'en' as const),
  hide: fc.subarray([...hideableParts]),
  start: fc.constantFrom(...starts),
  backend: fc.constantFrom(...backends),
});
