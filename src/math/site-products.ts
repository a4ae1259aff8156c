/**
 * How the gradients of a layer's sites lie to each other: the products of every two of them, over all layers that are
 * given. Of two sites |a|^2, a.b and |b|^2: lengths and angle of two arrows. Summed in float64.
 */

/** ledgers: [sites, numbers] each -> [sites (sites + 1) / 2]: of each site with itself and with those after it. */
export function siteProducts(ledgers: readonly Float32Array[], sites: number): Float32Array {
  const products = new Float64Array((sites * (sites + 1)) / 2);
  for (const ledger of ledgers) {
    const size = ledger.length / sites;
    let pair = 0;
    for (let one = 0; one < sites; one++)
      for (let other = one; other < sites; other++) {
        let sum = 0;
        for (let at = 0; at < size; at++)
          sum += (ledger[one * size + at] as number) * (ledger[other * size + at] as number);
        products[pair] = (products[pair] as number) + sum;
        pair++;
      }
  }
  return Float32Array.from(products);
}
