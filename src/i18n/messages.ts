/** The shape of a message catalogue: that of the English one. Leaves are texts or functions that give texts. */
import type { en } from './en';

type Widened<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export type Messages = Widened<typeof en>;
