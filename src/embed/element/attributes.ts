/**
 * Which attribute of `<tied-lab>` goes where. The element knows no lab's keys: whatever is neither the element's
 * own, nor a query key, nor HTML's goes to the hash, so a new lab needs no new element. Names with a hyphen are
 * never hash keys (data-*, aria-* and those of frameworks); the `state` attribute can hold any key.
 */

/** About the element itself. `title`, `sandbox` and `loading` are those of an iframe. */
export const ownAttributes = 'base state height title sandbox loading'.split(' ');

/** Keys of the query, each an attribute of the same name. `embed` and `origin` the element sets itself. */
export const queryKeys = 'start theme lang motion backend hide lesson lesson-step'.split(' ');

/** Hash keys that every lab has: properties of the element, too. */
export const commonKeys = 'lab sharing compare seed data examples batch rate optimizer steps decay act'.split(
  ' ',
);

const notForHash = [...ownAttributes, ...queryKeys];
/** Every attribute with a name of its own. */
export const namedAttributes = [...notForHash, ...commonKeys];
/** `lesson-step` is the property `lessonStep`. */
export const propertyOf = (name: string): string => name.replace('-s', 'S');

/** HTML's global attributes: those that begin so, then whole names. */
const html =
  /^(on|access|autoc|autof|content|draggable|enter|exportp|input|item|spell|tabi|translate|writing)|^(class|dir|hidden|id|inert|is|name|nonce|part|popover|role|slot|style|width)$/;

export const isHashKey = (name: string): boolean =>
  /^[a-z\d]+$/.test(name) && !notForHash.includes(name) && !html.test(name);
