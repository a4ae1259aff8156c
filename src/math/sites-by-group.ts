/**
 * The sites of a tying in the order of their groups, those of a group in their own order: loops that go by group load
 * each group's kernels once, however its sites are scattered.
 */
import type { Tying } from '../spec/tying';

export type SitesByGroup = {
  /** [sites] */
  readonly order: Int32Array;
  /** [groups + 1] where each group begins in the order; the last entry is the end. */
  readonly starts: Int32Array;
};

export function sitesByGroup({ sites, groups, groupOf }: Tying): SitesByGroup {
  const starts = new Int32Array(groups + 1);
  for (let site = 0; site < sites; site++) {
    const after = (groupOf[site] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let group = 0; group < groups; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const next = starts.slice();
  const order = new Int32Array(sites);
  for (let site = 0; site < sites; site++) {
    const group = groupOf[site] as number;
    const at = next[group] as number;
    order[at] = site;
    next[group] = at + 1;
  }
  return { order, starts };
}
