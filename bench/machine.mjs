/** Names the machine that figures belong to; a figure without it means nothing. */
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Programs that compute at present, one minute's mean: more than a few tenths before a run, and times are doubtful. */
export const presentLoad = () => Number(loadavg()[0]?.toFixed(1));

/** What the page's WebGL2 draws with. @param {import('@playwright/test').Page} page */
export function rendererOf(page) {
  return page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (!context) return 'no WebGL2';
    const unmasked = context.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
    return String(context.getParameter(unmasked ?? context.RENDERER));
  });
}

/** @param {{browser: string, renderer: string}} seen @param {number} loadBefore */
export function describeMachine({ browser, renderer }, loadBefore) {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    browser: `Chromium ${browser}`,
    renderer,
    date: new Date().toISOString(),
  };
}
