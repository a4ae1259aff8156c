/**
 * Whom a frame listens and speaks to, from `origin` in the query. None given: any page may embed it. One that
 * cannot be read lets nobody in: a restriction must not fall away with a typing error.
 */
import { parseQuery } from '../spec/parse-query';

export type OriginRule = {
  /** May this parent send commands? */
  accepts(origin: string): boolean;
  /** Who receives what is posted; null: nobody. */
  readonly target: string | null;
  /** The page around is known by name. */
  readonly named: boolean;
};

export function originRule(query: string): OriginRule {
  const { presentation, notes } = parseQuery(query);
  if (notes.some(({ key }) => key === 'origin')) return { accepts: () => false, target: null, named: false };
  if (presentation.origin === null) return { accepts: () => true, target: '*', named: false };
  const target = canonical(presentation.origin);
  return { accepts: (origin) => origin === target, target, named: target !== null };
}

/** As browsers write it, without the standard port; null where it is no origin after all. */
function canonical(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).origin : null;
}
