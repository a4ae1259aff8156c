/**
 * A tying says which parameter each use site of a layer reads.
 * Sites are the places where a weight is used: output positions of a convolution (row by row),
 * time steps, towers, tasks. Shared, grouped and independent are the same thing with another map.
 */
export type Tying = {
  /** Number of use sites, P. */
  readonly sites: number;
  /** Number of parameters, G: 1 when shared, P when independent. */
  readonly groups: number;
  /** For each site the index of its parameter, 0 to G-1. Length P. */
  readonly groupOf: readonly number[];
};

/** How a layer's sites are tied, as plain data (part of an ExperimentSpec). */
export type TyingPlan =
  | { readonly kind: 'shared' }
  | { readonly kind: 'independent' }
  | { readonly kind: 'grouped'; readonly groupOf: readonly number[] }
  /**
   * Each site reads the sum of its group's shared part and of a residual of its own. Residuals begin at 0 and lose
   * the fraction `shrink`, 0 to 1, of their size after each step.
   */
  | { readonly kind: 'soft'; readonly groupOf: readonly number[]; readonly shrink: number };

/** Every site uses the one parameter. */
export function sharedTying(sites: number): Tying {
  return { sites, groups: 1, groupOf: new Array<number>(sites).fill(0) };
}

/** Every site has a parameter of its own. */
export function independentTying(sites: number): Tying {
  return { sites, groups: sites, groupOf: Array.from({ length: sites }, (_, site) => site) };
}

/**
 * Sites with the same label share a parameter. Labels may be any integers; they are renumbered in the
 * order of their first appearance, so that every parameter is used at least once.
 */
export function groupedTying(labels: readonly number[]): Tying {
  const numberOf = new Map<number, number>();
  const groupOf = labels.map((label) => {
    const known = numberOf.get(label);
    if (known !== undefined) return known;
    numberOf.set(label, numberOf.size);
    return numberOf.size - 1;
  });
  return { sites: labels.length, groups: numberOf.size, groupOf };
}

/**
 * The tying that a plan means for a layer with this many sites; that of a soft plan ties the shared parts. Throws
 * RangeError when the map does not fit.
 */
export function makeTying(plan: TyingPlan, sites: number): Tying {
  switch (plan.kind) {
    case 'shared':
      return sharedTying(sites);
    case 'independent':
      return independentTying(sites);
    case 'grouped':
    case 'soft':
      if (plan.groupOf.length !== sites)
        throw new RangeError(`A tie map of ${plan.groupOf.length} entries does not fit ${sites} sites.`);
      return groupedTying(plan.groupOf);
    default:
      return plan satisfies never;
  }
}
