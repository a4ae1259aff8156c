/**
 * The painter of the tie map: tool, brush, the stroke under way, and what can be taken back. The map itself is part of
 * the public state and changes when a stroke ends, since every change of it starts training again. One per lab page.
 */
import { createStore } from 'zustand/vanilla';
import type { Bench } from '../../../lab-page/bench';
import { groupCount, type MapPattern, mapPatterns, type TieMap } from '../../../spec/tie-map';
import type { HowMuchState } from '../parameters';
import { type MapHistory, noHistory, recorded, redone, undone } from './map-history';
import { shownMap, textOfPainted, textOfPattern } from './shown-map';
import {
  type Brush,
  beginStroke,
  continueStroke,
  fillStroke,
  type Stroke,
  strokeChange,
  strokeLabels,
} from './stroke';

export const TOOLS = ['look', 'paint', 'fill', 'pick'] as const;
export type Tool = (typeof TOOLS)[number];

type Moment = Pick<HowMuchState, 'map' | 'sharing'>;

/** What has just happened. Groups are 1-based. */
export type PainterEvent =
  | { readonly kind: 'painted'; readonly positions: number; readonly group: number; readonly groups: number }
  | { readonly kind: 'nothing' | 'cancelled' }
  | { readonly kind: 'picked'; readonly group: number }
  | { readonly kind: 'undid' | 'redid' | 'pattern'; readonly groups: number };

export type PainterState = {
  readonly tool: Tool;
  readonly brush: Brush;
  /** A position that has the group to paint with: the group's number changes, the position stays. Null: a new group. */
  readonly brushSite: number | null;
  readonly stroke: Stroke | null;
  /** Where the stroke is. */
  readonly at: number | null;
  /** Where the mouse is, while nothing is painted. */
  readonly hover: number | null;
  readonly history: MapHistory<Moment>;
  readonly event: PainterEvent | null;
};

function createPainter(lab: Bench['lab']) {
  const store = createStore<PainterState>(() => ({
    // A press on the map must not cost a run that nobody meant to give up.
    tool: 'look',
    brush: 1,
    brushSite: null,
    stroke: null,
    at: null,
    hover: null,
    history: noHistory,
    event: null,
  }));
  const { getState, setState } = store;
  const publicState = () => lab.getState().state as HowMuchState;
  const map = () => shownMap(publicState());
  const moment = (): Moment => ({ map: publicState().map, sharing: publicState().sharing });

  /** The group to paint with on this map, or null for a new one. */
  const brushGroup = (of: TieMap) => {
    const { brushSite } = getState();
    return brushSite === null ? null : (of[brushSite] ?? null);
  };

  /** Changes the map to the one of this text, unless it is that already. */
  function put(text: string): boolean {
    const before = moment();
    if (before.sharing === 'grouped' && before.map === text) return false;
    setState({ history: recorded(getState().history, before) });
    lab.getState().set({ map: text, sharing: 'grouped' });
    return true;
  }

  function finish(stroke: Stroke): void {
    const { positions } = strokeChange(stroke);
    const [site] = stroke.painted;
    setState({ stroke: null, at: null });
    if (positions === 0 || site === undefined || !put(textOfPainted(strokeLabels(stroke))))
      setState({ event: { kind: 'nothing' } });
    else
      setState({
        brushSite: getState().brushSite ?? site,
        event: { kind: 'painted', positions, group: (map()[site] ?? 0) + 1, groups: groupCount(map()) },
      });
  }

  function travel(move: typeof undone, kind: 'undid' | 'redid'): void {
    const moved = move(getState().history, moment());
    if (!moved) return;
    lab.getState().set(moved.moment);
    setState({
      history: moved.history,
      stroke: null,
      at: null,
      event: { kind, groups: groupCount(map()) },
    });
  }

  return {
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    setTool: (tool: Tool) => setState({ tool }),
    hover: (hover: number | null) => getState().hover !== hover && setState({ hover }),
    setBrush: (brush: Brush) => setState({ brush, tool: 'paint' }),
    /** Paint with the group of this position; null: with a new one. */
    paintWith(brushSite: number | null) {
      const { tool } = getState();
      setState({ brushSite, tool: tool === 'look' || tool === 'pick' ? 'paint' : tool });
    },
    /** While a stroke is under way, another hand neither begins one nor fills or picks. */
    begin(site: number) {
      if (getState().stroke) return;
      const stroke = beginStroke(map(), brushGroup(map()));
      setState({ stroke: continueStroke(stroke, null, site, getState().brush), at: site });
    },
    /** The stroke goes on to this position. */
    go(site: number) {
      const { stroke, at, brush } = getState();
      if (stroke && at !== site) setState({ stroke: continueStroke(stroke, at, site, brush), at: site });
    },
    end() {
      const { stroke } = getState();
      if (stroke) finish(stroke);
    },
    cancel() {
      if (getState().stroke) setState({ stroke: null, at: null, event: { kind: 'cancelled' } });
    },
    fill(site: number) {
      if (!getState().stroke) finish(fillStroke(map(), brushGroup(map()), site));
    },
    pick(site: number) {
      if (getState().stroke) return;
      setState({ brushSite: site, tool: 'paint', event: { kind: 'picked', group: (map()[site] ?? 0) + 1 } });
    },
    applyPattern(name: MapPattern) {
      setState({ stroke: null, at: null });
      if (put(textOfPattern(mapPatterns[name])))
        setState({ event: { kind: 'pattern', groups: groupCount(mapPatterns[name]) } });
    },
    undo: () => travel(undone, 'undid'),
    redo: () => travel(redone, 'redid'),
  };
}

export type Painter = ReturnType<typeof createPainter>;
const painters = new WeakMap<Bench['lab'], Painter>();

export function painterOf({ lab }: Pick<Bench, 'lab'>): Painter {
  const known = painters.get(lab);
  if (known) return known;
  const made = createPainter(lab);
  painters.set(lab, made);
  return made;
}
