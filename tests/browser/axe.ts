/** What axe finds on a page, one line each: the rule and where. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A grid has up to 225 cells of the same markup: its first two rows speak for all. */
const LATER_ROWS = '[role=grid] [role=row]:nth-child(n + 3)';

/** A theme changes colours and nothing else: where every rule has run in light, this one is left for the others. */
export const CONTRAST = ['color-contrast'] as const;

/** `rules`: only these. The page has no frames, so the mode that opens another page for them is not needed. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // To describe all that is well takes longer than to look.
  const resultTypes = ['violations' as const];
  const runOnly = rules && { runOnly: { type: 'rule' as const, values: [...rules] } };
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes, ...runOnly });
  if ((await page.locator(LATER_ROWS).count()) > 0) axe.exclude(LATER_ROWS);
  const found = (await axe.analyze()).violations;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
