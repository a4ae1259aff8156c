/**
 * Joins the frame API to the page: its line to the page around, the lab shown, the stage for pictures, the height
 * of an embed. Loaded only where the page is in a frame.
 */
import { createAutoHeight } from '../embed/auto-height';
import { createFrameApi, type Place } from '../embed/frame-api';
import type { FrameLine } from '../embed/frame-line';
import { originRule } from '../embed/origin-rule';
import { labs } from '../labs/registry';
import { FRAME_NAMESPACE, FRAME_VERSION } from '../spec/frame-messages';
import { parseQuery } from '../spec/parse-query';
import { type FramePlace, followPlace } from './frame-place';

const delay = (callback: () => void, ms: number) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};
const clock = () => performance.now();

export function connectFrameApi(
  line: FrameLine,
  address: { readonly href: string; readonly search: string },
) {
  const { search } = address;
  const rule = originRule(search);
  const send = (message: unknown) => {
    if (rule.target !== null) line.post(message, rule.target);
  };
  const height = parseQuery(search).presentation.embed ? watchHeight(address.href, send) : null;
  const api = createFrameApi({
    labs: labs.map(({ id }) => id),
    clock,
    delay,
    exportImage: pictureOfStage,
    send,
    named: rule.named,
    foreign: (data) => height?.hear(data),
  });
  let stopAnswers = () => {};
  followPlace((place) => {
    api.setPlace(placeOf(place));
    stopAnswers();
    stopAnswers = place.kind === 'lab' ? place.bench.answers.subscribe(api.tellAnswer) : () => {};
  });
  line.take(({ data, origin, at }) => {
    if (rule.accepts(origin)) api.receive(data, at);
  });
}

function placeOf(place: FramePlace): Place {
  if (place.kind !== 'lab') return place;
  const { bench, module } = place;
  const { labId, lab, experiment } = bench;
  return { kind: 'lab', lab: { id: labId, lab, experiment, readPrediction: module.readPrediction } };
}

/** The main part of a page whose code has arrived, that of the parts below the stage too. */
const SHOWN = 'main:not([aria-busy="true"]):not(:has([data-on-its-way]))';
const NOTHING = { width: 0, height: 0 };

function watchHeight(src: string, send: (message: unknown) => void) {
  const page = document.documentElement;
  return createAutoHeight({
    src,
    // What is still on its way has no height of its own: the page around would shrink to it and jump.
    measure: () => (document.querySelector(SHOWN) ? page.getBoundingClientRect() : NOTHING),
    watch(changed) {
      const observer = new ResizeObserver(changed);
      observer.observe(page);
      return () => observer.disconnect();
    },
    clock,
    delay,
    tell: (height) => send({ ns: FRAME_NAMESPACE, v: FRAME_VERSION, type: 'resize', payload: { height } }),
    send,
  });
}

const STAGE_COMES_WITHIN = 5000; // ms

/** Of the act shown; its code may still be on the way. */
async function pictureOfStage(picture: { readonly format: 'svg' | 'png'; readonly scale: number }) {
  const { exportImage } = await import('../embed/export-image');
  for (const until = clock() + STAGE_COMES_WITHIN; ; ) {
    const stage = document.querySelector('.lab-stage');
    // The drawing follows one frame after its container.
    const drawn = stage?.querySelector('svg, canvas') ?? null;
    if (stage && (drawn || clock() > until)) return exportImage(stage, picture);
    if (clock() > until) throw new Error('there is no stage');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
