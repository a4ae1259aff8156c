/** Pictures of the stage, as the page around gets them: whole, standing alone, and not blank. */
import type { Page } from '@playwright/test';
import { labs } from '../../src/labs/registry';
import { type Course, test } from './host-page';
import { expect } from './page';

/** Draws a picture as any page could; counts its colours. */
async function look(page: Page, dataUrl: string) {
  return page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    const colors = new Map<string, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      const color = `${pixels[at]},${pixels[at + 1]},${pixels[at + 2]},${pixels[at + 3]}`;
      colors.set(color, (colors.get(color) ?? 0) + 1);
    }
    const most = Math.max(...colors.values()) / (pixels.length / 4);
    return {
      width: canvas.width,
      height: canvas.height,
      colors: colors.size,
      most,
      // Just inside: the outermost pixels may be covered in part.
      corner: pixels
        .slice(3 * 4 * (canvas.width + 1))
        .slice(0, 3)
        .join(','),
    };
  }, dataUrl);
}

/** Share of small patches of two pictures whose mean brightness differs: a text that is in one only. */
async function difference(page: Page, urls: readonly string[]): Promise<number> {
  return page.evaluate(async (urls) => {
    const patches = [];
    for (const url of urls) {
      const image = new Image();
      image.src = url;
      await image.decode();
      // The fonts inside an SVG come a moment later.
      await new Promise((resolve) => setTimeout(resolve, 800));
      // First as large as it is: an SVG drawn small leaves out what is thin.
      const whole = document.createElement('canvas');
      [whole.width, whole.height] = [image.naturalWidth, image.naturalHeight];
      whole.getContext('2d')?.drawImage(image, 0, 0);
      const small = document.createElement('canvas');
      [small.width, small.height] = [110, 110];
      const context = small.getContext('2d');
      if (context) context.imageSmoothingQuality = 'high';
      context?.drawImage(whole, 0, 0, 110, 110);
      patches.push(context?.getImageData(0, 0, 110, 110).data ?? new Uint8ClampedArray());
    }
    const [one, other] = patches;
    const differs = one?.filter((value, at) => Math.abs(value - (other?.[at] ?? 0)) > 24) ?? [];
    return differs.length / (one?.length ?? 1);
  }, urls);
}

/** Asks for the stage as SVG and as PNG and checks what holds of every picture; gives their addresses. */
async function takePictures(page: Page, host: Course, corner: string) {
  const urlOf = async (payload: object) =>
    String(Reflect.get((await host.ask('exportImage', payload)).payload, 'dataUrl'));
  const svgUrl = await urlOf({ format: 'svg' });
  expect(svgUrl).toMatch(/^data:image\/svg\+xml/);
  const svg = decodeURIComponent(svgUrl.slice(svgUrl.indexOf(',') + 1));
  const problems = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      broken: read.querySelector('parsererror')?.textContent ?? null,
      foreign: read.querySelectorAll('foreignObject, script').length,
      canvases: read.querySelectorAll('image').length,
      texts: read.querySelectorAll('text').length,
    };
  }, svg);
  expect(problems).toMatchObject({ broken: null, foreign: 0 });
  expect(problems.texts).toBeGreaterThan(5);
  // Nothing of it lies outside.
  for (const [, address] of svg.matchAll(/(?:href="|url\(["']?)([^"')]+)/g))
    expect(address).toMatch(/^(data:|#|&quot;#)/);
  expect(svg).toContain('@font-face');
  expect(svg).not.toContain('var(--');

  const stage = await page.frameLocator('iframe').locator('.lab-stage').boundingBox();
  const png = await urlOf({ format: 'png', scale: 2 });
  expect(png).toMatch(/^data:image\/png/);
  for (const [url, scale] of [
    [svgUrl, 1],
    [png, 2],
  ] as const) {
    const seen = await look(page, url);
    expect(Math.abs(seen.width - scale * (stage?.width ?? 0))).toBeLessThanOrEqual(scale);
    expect(Math.abs(seen.height - scale * (stage?.height ?? 0))).toBeLessThanOrEqual(scale);
    expect(seen.colors).toBeGreaterThan(100);
    expect(seen.most).toBeLessThan(0.97);
    expect(seen.corner).toBe(corner);
  }
  return { svgUrl, png, canvases: problems.canvases };
}

const LIGHT = '251,250,247';
const DARK = '18,21,28';

const acts = [
  ['slide', 'Slide'],
  ['learn', 'Learn'],
  ['move', 'Move'],
] as const;

for (const [act, name] of acts)
  test(`act ${name} as SVG and as PNG`, async ({ page, openHost }) => {
    const hash = `#v=1&lab=convolution&seed=1&act=${act}`;
    const query = `embed=1&backend=cpu&theme=${act === 'learn' ? 'dark' : 'light'}`;
    const host = await openHost({ query, hash });
    if (act !== 'slide') await host.ask('step', { count: 2 });
    const { svgUrl, png, canvases } = await takePictures(page, host, act === 'learn' ? DARK : LIGHT);
    expect(canvases).toBeGreaterThan(0);
    // Without its bold texts a picture differs by 0.02; act Move measures on between the two.
    expect(await difference(page, [svgUrl, png])).toBeLessThan(0.008);
  });

for (const { id } of labs.filter((lab) => lab.id !== 'convolution'))
  test(`the stage of the lab ${id} as SVG and as PNG, before a run`, async ({ page, openHost }) => {
    const query = 'embed=1&start=paused&backend=cpu&theme=light';
    const host = await openHost({ query, hash: `#v=1&lab=${id}&seed=1` });
    const stage = page.frameLocator('iframe').locator('.lab-stage');
    // All of it has arrived: it has its height.
    await expect(stage.locator('svg, canvas').first()).toBeVisible();
    await expect(stage.locator('[data-on-its-way]')).toHaveCount(0);
    await takePictures(page, host, LIGHT);
  });
