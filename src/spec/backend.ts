/** Where networks train, and why there: words that engine, worker, stores and page share. */
export type BackendName = 'webgl' | 'cpu';
export type BackendChoice = 'auto' | BackendName;
/** Why this backend: asked for, a usable GPU, or what spoke against the GPU. */
export type BackendReason =
  | 'asked'
  | 'gpu'
  | 'no-webgl'
  | 'unusable-webgl'
  | 'software-gpu'
  | 'half-float'
  | 'asked-but-missing'
  /** The browser took the GPU away, more than once. */
  | 'context-lost';
