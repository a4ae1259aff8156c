/** How tall a frame would like to be, in the words of each resizer. */
import { describe, expect, it } from 'vitest';
import { createAutoHeight } from '../../src/embed/auto-height';
import { readResizerWord } from '../../src/embed/resize-dialects';
import { manualTime } from './framed-lab';
import { oddities } from './hostile';

function frame(first = { width: 400, height: 300 }) {
  const time = manualTime();
  const own: number[] = [];
  const sent: unknown[] = [];
  let size = first;
  let changed = () => {};
  const height = createAutoHeight({
    src: 'https://lab.example/?embed=1#v=1',
    measure: () => size,
    watch(callback) {
      changed = callback;
      callback();
      return () => {
        changed = () => {};
      };
    },
    clock: time.clock,
    delay: time.delay,
    tell: (value) => own.push(value),
    send: (message) => sent.push(message),
  });
  return {
    ...time,
    own,
    sent,
    height,
    /** What has been sent since the last time. */
    news: () => sent.splice(0),
    become(width: number, next: number) {
      size = { width, height: next };
      changed();
    },
  };
}

const embedly = (height: number) =>
  JSON.stringify({ src: 'https://lab.example/?embed=1#v=1', context: 'iframe.resize', height });

describe('the height', () => {
  it('is told when it changes, in whole pixels, and not otherwise', () => {
    const { own, become } = frame();
    become(400, 300.2);
    become(400, 300.9);
    become(500, 300.5);
    become(500, 280);
    expect(own).toEqual([300, 301, 280]);
  });

  it('of a frame that is not shown is not told', () => {
    const { own, sent, become, height } = frame({ width: 0, height: 0 });
    height.hear({ type: 'iframe-child-init' });
    expect([own, sent]).toEqual([[], []]);
    become(300, 200);
    expect(own).toEqual([200]);
  });

  it('does not chase a scroll bar: of two that follow each other the larger stands', () => {
    const { own, become, pass } = frame({ width: 400, height: 500 });
    for (let turn = 0; turn < 100; turn++) {
      become(385, 520);
      pass(5);
      become(400, 500);
      pass(5);
    }
    expect(own.length).toBeLessThanOrEqual(4);
  });

  it('of what is opened and closed again is told each time, however fast', () => {
    const { own, become, pass } = frame();
    for (const height of [600, 300, 600, 300]) {
      become(400, height);
      pass(10);
    }
    expect(own).toEqual([300, 600, 300, 600, 300]);
  });

  it('is told no more after the end', () => {
    const { own, become, height } = frame();
    height.dispose();
    become(400, 999);
    expect(own).toEqual([300]);
  });
});

describe('dialects', () => {
  it('without a handshake are spoken unasked, the others not', () => {
    const { sent } = frame();
    expect(sent).toEqual([
      { context: 'h5p', action: 'hello' },
      embedly(300),
      { subject: 'lti.frameResize', height: 300 },
    ]);
  });

  it('H5P: greets, prepares, and resizes when the page around is prepared', () => {
    const { height, news, become } = frame();
    news();
    const prepare = (value: number) => ({
      context: 'h5p',
      action: 'prepareResize',
      scrollHeight: value,
      clientHeight: value,
    });
    height.hear({ context: 'h5p', action: 'ready' });
    expect(news()).toEqual([{ context: 'h5p', action: 'hello' }]);
    height.hear({ context: 'h5p', action: 'hello' });
    expect(news()).toEqual([prepare(300)]);
    height.hear({ context: 'h5p', action: 'resizePrepared' });
    expect(news()).toEqual([{ context: 'h5p', action: 'resize', scrollHeight: 300 }]);
    become(400, 450);
    expect(news()[0]).toEqual(prepare(450));
    height.hear({ context: 'h5p', action: 'resize' });
    expect(news()).toEqual([prepare(450)]);
  });

  it('open-iframe-resizer: answers its first word, then tells each change', () => {
    const { height, news, become } = frame();
    news();
    height.hear({ type: 'iframe-get-child-dimensions' });
    expect(news()).toEqual([{ type: 'iframe-resized', width: 400, height: 300 }]);
    become(400, 350);
    expect(news()).not.toContainEqual(expect.objectContaining({ type: 'iframe-resized' }));
    height.hear({ type: 'iframe-child-init', targetElementSelector: undefined });
    expect(news()).toEqual([{ type: 'iframe-resized', width: 400, height: 350 }]);
    become(400, 360);
    expect(news()).toContainEqual({ type: 'iframe-resized', width: 400, height: 360 });
  });

  it('understand nothing else, and never throw', () => {
    for (const data of [
      ...oddities,
      { context: 'h5p', action: '__proto__' },
      { type: 'toString' },
      { type: [] },
    ])
      expect(readResizerWord(data)).toBeNull();
    const trap = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('trap');
        },
      },
    );
    expect(readResizerWord(trap)).toBeNull();
  });
});
