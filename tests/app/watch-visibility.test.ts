/** Whether anybody can see the page: the tab, the place of a frame on its page, and leaving and coming back. */
import { describe, expect, it } from 'vitest';
import { watchVisibility } from '../../src/app/watch-visibility';

type Show = (isIntersecting: boolean) => void;

/** A window whose tab is put in front or behind, and that is scrolled in and out of its page. */
function standIn({ observes = true } = {}) {
  const view = new EventTarget();
  const page = Object.assign(new EventTarget(), { hidden: false, documentElement: {} });
  const watched: unknown[] = [];
  let show: Show | null = null;
  class Observer {
    constructor(callback: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
      show = (isIntersecting) => callback([{ isIntersecting: !isIntersecting }, { isIntersecting }]);
    }
    observe = (target: unknown) => watched.push(target);
    disconnect = () => {
      show = null;
    };
  }
  Object.assign(view, { document: page, ...(observes ? { IntersectionObserver: Observer } : {}) });
  const told: boolean[] = [];
  const stop = watchVisibility(view as unknown as Parameters<typeof watchVisibility>[0], (outOfSight) =>
    told.push(outOfSight),
  );
  return {
    told,
    stop,
    watched,
    root: page.documentElement,
    hide(hidden: boolean) {
      page.hidden = hidden;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    show: (isIntersecting: boolean) => show?.(isIntersecting),
    say: (type: 'pagehide' | 'pageshow') => view.dispatchEvent(new Event(type)),
  };
}

describe('a page', () => {
  it('in sight from the start has nothing to tell', () => {
    const { told, show, hide, watched, root } = standIn();
    show(true);
    hide(false);
    expect(told).toEqual([]);
    expect(watched).toEqual([root]);
  });

  it('is out of sight while its tab is hidden or its frame off the screen, and back when both are back', () => {
    const { told, show, hide } = standIn();
    hide(true);
    show(false);
    expect(told).toEqual([true]);
    hide(false);
    expect(told).toEqual([true]);
    show(true);
    expect(told).toEqual([true, false]);
    show(false);
    hide(true);
    show(true);
    expect(told).toEqual([true, false, true]);
    hide(false);
    expect(told).toEqual([true, false, true, false]);
  });

  it('that is left and comes back from the cache goes on', () => {
    const { told, say } = standIn();
    say('pagehide');
    say('pageshow');
    expect(told).toEqual([true, false]);
  });

  it('is watched by its tab alone where nothing tells what is on the screen', () => {
    const { told, hide } = standIn({ observes: false });
    hide(true);
    hide(false);
    expect(told).toEqual([true, false]);
  });

  it('is no longer watched after the end', () => {
    const { told, stop, hide, show, say } = standIn();
    stop();
    hide(true);
    show(false);
    say('pagehide');
    expect(told).toEqual([]);
  });
});
