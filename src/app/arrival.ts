/**
 * Whether the learner came by pressing the gallery's button, which promises motion. A link, a reload or the way
 * back promise nothing: there the stage stands still until it is pressed.
 */
let pressed = false;

export function arriveMoving(): void {
  pressed = true;
}

/** True once after the button was pressed. */
export function takeArrival(): boolean {
  const taken = pressed;
  pressed = false;
  return taken;
}
