/**
 * How each network is drawn: a colour of the palette and a style of line, so that charts can be read without colour.
 * Violet is what shares, teal what goes its own way; what is neither is ink, a baseline that learns nothing is muted.
 */
import type { NetworkId } from '../spec/network-id';

export type NetworkTone = 'shared' | 'independent' | 'ink' | 'muted';
/** `long`: dashes with short gaps; `dotted`: short dashes. */
export type LineStyle = 'solid' | 'dashed' | 'long' | 'dotted';
export type NetworkLook = { readonly tone: NetworkTone; readonly line: LineStyle };

const shares: NetworkLook = { tone: 'shared', line: 'solid' };
const between: NetworkLook = { tone: 'ink', line: 'solid' };
const alone: NetworkLook = { tone: 'independent', line: 'dashed' };

export const networkLook: Readonly<Record<NetworkId, NetworkLook>> = {
  shared: shares,
  grouped: between,
  independent: alone,
  hard: shares,
  soft: between,
  separate: alone,
  'fine-tuned': shares,
  frozen: { tone: 'shared', line: 'long' },
  scratch: alone,
  random: { tone: 'muted', line: 'dotted' },
  reptile: shares,
  pretrained: between,
};

/** SVG dash arrays for curves; null: none. */
export const dashes: Readonly<Record<LineStyle, string | null>> = {
  solid: null,
  dashed: '6 4',
  long: '12 3',
  dotted: '2 4',
};
