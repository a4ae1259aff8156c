/** Keeps a view from writing again into its SVG what stands there already: most marks stay as they are for long. */

/** True when `marks` differ from those of the last call with the same `target`. */
export function createFreshness(): (target: string, marks: unknown) => boolean {
  const last = new Map<string, string>();
  return (target, marks) => {
    const text = JSON.stringify(marks);
    if (last.get(target) === text) return false;
    last.set(target, text);
    return true;
  };
}
