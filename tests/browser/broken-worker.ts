/**
 * Faults for browser tests, put between the page and the browser: the training worker starts with a few lines of
 * ours that let a test take its GPU context away, at a draw or at once, silence it or kill it. What the app sees
 * is what it would see of a real fault.
 */
import type { Page, Worker } from '@playwright/test';

/** Runs in the worker before the app's own script. */
type Faults = {
  loseContext(): void;
  /** Lose the context right after so many more draws; 0: never. */
  loseAfterDraws: number;
  /** No canvas gives a WebGL2 context any more. */
  withoutWebgl: boolean;
};
declare const self: typeof globalThis & { faults: Faults };

function installFaults(start: Partial<Faults>): void {
  const contexts: WebGL2RenderingContext[] = [];
  const faults: Faults = {
    loseContext: () => contexts.at(-1)?.getExtension('WEBGL_lose_context')?.loseContext(),
    loseAfterDraws: 0,
    withoutWebgl: false,
    ...start,
  };
  const { getContext } = OffscreenCanvas.prototype;
  const { drawElements } = WebGL2RenderingContext.prototype;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: unknown[]) {
    if (faults.withoutWebgl) return null;
    const context = Reflect.apply(getContext, this, args);
    if (context instanceof WebGL2RenderingContext) contexts.push(context);
    return context;
  } as typeof getContext;
  WebGL2RenderingContext.prototype.drawElements = function (...args) {
    Reflect.apply(drawElements, this, args);
    if (faults.loseAfterDraws > 0 && --faults.loseAfterDraws === 0) faults.loseContext();
  };
  self.faults = faults;
}

/** Before the page opens: every worker it starts begins with `start`. */
export async function breakWorkers(page: Page, start: Partial<Omit<Faults, 'loseContext'>> = {}) {
  const prologue = `(${installFaults.toString()})(${JSON.stringify(start)});`;
  await page.addInitScript((code) => {
    const Original = window.Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL) {
        const script = `${code}importScripts(${JSON.stringify(new URL(url, location.href).href)});`;
        super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      }
    };
  }, prologue);
}

/** The training worker of now. */
export async function trainingWorker(page: Page): Promise<Worker> {
  return page.workers().at(-1) ?? page.waitForEvent('worker');
}

export async function loseContext(page: Page): Promise<void> {
  await (await trainingWorker(page)).evaluate(() => self.faults.loseContext());
}

export async function loseContextAtDraw(page: Page, draws: number): Promise<void> {
  await (await trainingWorker(page)).evaluate((count) => {
    self.faults.loseAfterDraws = count;
  }, draws);
}

/** An exception that nothing in the worker catches. */
export async function throwInWorker(page: Page): Promise<void> {
  await (await trainingWorker(page)).evaluate(() => {
    setTimeout(() => {
      throw new Error('a fault of the test');
    });
  });
}

/** The worker ends without a word. */
export async function silenceWorker(page: Page): Promise<void> {
  await (await trainingWorker(page)).evaluate(() => self.close());
}
