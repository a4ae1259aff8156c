/**
 * The colours of the stage, by role (the tokens of ui/tokens.css). Views get them as data, so that pictures
 * can be drawn without a style sheet; `readPalette` reads them off an element of the live page.
 */
export type Palette = {
  readonly paper: string;
  readonly card: string;
  readonly hairline: string;
  readonly ink: string;
  readonly muted: string;
  readonly shared: string;
  readonly independent: string;
  readonly negative: string;
  readonly zero: string;
  readonly positive: string;
  /** Empty pixel of an image or activation map. */
  readonly blank: string;
};

export const lightPalette: Palette = {
  paper: '#fbfaf7',
  card: '#ffffff',
  hairline: '#e6e2d9',
  ink: '#1b2130',
  muted: '#667085',
  shared: '#6a3fd4',
  independent: '#0a7d74',
  negative: '#2a66b5',
  zero: '#f6f4ef',
  positive: '#d96f12',
  blank: '#f0eee8',
};

const ROLES = Object.keys(lightPalette) as (keyof Palette)[];

/** The palette in force at this element; a role without a token keeps its light value. */
export function readPalette(element: Element): Palette {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const entries = ROLES.map((role) => [
    role,
    style?.getPropertyValue(`--${role}`).trim() || lightPalette[role],
  ]);
  return { ...lightPalette, ...(Object.fromEntries(entries) as Partial<Palette>) };
}
