/**
 * What every view is: a function of data that draws into a container and is told when the data change.
 * A view has no clock of its own, takes `document` from its container and knows nothing of React or stores.
 */
export type View<Props> = {
  /** Draws these data. May be called at any rate; the caller limits it to once per animation frame. */
  readonly update: (props: Props) => void;
  /** Removes everything that the view put into its container. */
  readonly dispose: () => void;
};

export type CreateView<Props> = (container: HTMLElement, props: Props) => View<Props>;
