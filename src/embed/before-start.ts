/** What stands in the page until the app starts, and where no script may run: a single file saved anew needs it. */
let kept = '';

/** Called in the single file before the app draws into `root`. */
export function keepBeforeStart(root: Element): void {
  kept = root.innerHTML;
}

export const beforeStart = (): string => kept;
