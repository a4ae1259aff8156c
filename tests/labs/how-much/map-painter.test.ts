/** The painter's hand on the public state: when it changes, to what, and how it goes back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Painter, painterOf } from '../../../src/labs/how-much/map/painter';
import { shownMap } from '../../../src/labs/how-much/map/shown-map';
import { type HowMuchState, howMuchParameters } from '../../../src/labs/how-much/parameters';
import { groupCount, mapOfText, mapPatterns } from '../../../src/spec/tie-map';
import { createLabStore } from '../../../src/store/lab-store';

let lab: ReturnType<typeof createLabStore<typeof howMuchParameters>>;
let painter: Painter;
let changes: number;
const state = () => lab.getState().state as HowMuchState;
const shown = () => shownMap(state());

beforeEach(() => {
  lab = createLabStore({ table: howMuchParameters, lab: 'how-much', hash: '', replaceHash: () => undefined });
  painter = painterOf({ lab: lab as unknown as Parameters<typeof painterOf>[0]['lab'] });
  painter.paintWith(null);
  changes = 0;
  lab.subscribe(() => {
    changes++;
  });
});

const stroke = (from: number, to: number) => {
  painter.begin(from);
  painter.go(to);
  painter.end();
};

describe('the painter', () => {
  it('changes the state once, when the stroke ends', () => {
    painter.begin(100);
    painter.go(101);
    painter.go(104);
    expect(changes).toBe(0);
    painter.end();
    expect(changes).toBe(1);
    expect(groupCount(shown())).toBe(17);
    for (const site of [100, 101, 102, 103, 104]) expect(shown()[site]).toBe(16);
  });

  it('leaves every other group its number', () => {
    stroke(0, 15);
    stroke(35, 40);
    for (let site = 48; site < 256; site++) expect(shown()[site]).toBe(mapPatterns.rows[site]);
  });

  it('goes on with the group that it has just made', () => {
    stroke(100, 104);
    stroke(200, 204);
    expect(groupCount(shown())).toBe(17);
    expect(shown()[200]).toBe(shown()[100]);
  });

  it('paints on what is shown: a stroke on another network brings the grouped one', () => {
    lab.getState().set({ sharing: 'shared' });
    stroke(0, 3);
    expect(state().sharing).toBe('grouped');
    expect(groupCount(shown())).toBe(2);
    painter.undo();
    expect(state()).toMatchObject({ sharing: 'shared', map: 'rows' });
  });

  it('takes back and makes again, with the numbers that were there', () => {
    stroke(100, 104);
    const painted = shown();
    painter.applyPattern('none');
    expect(state().map).toBe('none');
    painter.undo();
    expect(shown()).toBe(painted);
    painter.undo();
    expect(state().map).toBe('rows');
    painter.redo();
    painter.redo();
    expect(state().map).toBe('none');
  });

  it('paints on while a stroke is under way: another hand neither begins one nor fills or picks', () => {
    painter.begin(100);
    painter.go(102);
    painter.begin(7);
    painter.fill(7);
    painter.pick(7);
    painter.go(104);
    painter.end();
    const map = mapOfText(String(lab.getState().state.map)) ?? [];
    const group = map[100];
    expect([101, 102, 103, 104].map((site) => map[site])).toEqual([group, group, group, group]);
    expect(map[7]).not.toBe(group);
  });

  it('leaves the state alone when a stroke is called off or changes nothing', () => {
    painter.begin(100);
    painter.cancel();
    painter.end();
    painter.paintWith(16);
    stroke(16, 20);
    painter.applyPattern('rows');
    expect(changes).toBe(0);
    expect(painter.getState().history.past).toHaveLength(0);
  });

  it('fills the region under the pointer, with the group that was picked', () => {
    painter.pick(255);
    painter.fill(0);
    expect(shown().filter((group) => group === shown()[255])).toHaveLength(32);
    expect(groupCount(shown())).toBe(15);
  });

  it('numbers a pattern row by row, whatever was painted before', () => {
    painter.paintWith(16);
    stroke(0, 15);
    painter.paintWith(null);
    stroke(0, 15);
    painter.applyPattern('rows');
    expect(shown()).toEqual(mapPatterns.rows);
  });
});
