/** What a network says of an input that somebody asks about. Plain data. */

/** Class probabilities of a picture. */
export type ImageAnswer = {
  readonly kind: 'image';
  /** [classes] */
  readonly answer: Float32Array;
  /** Mean |f(shift x) - shift f(x)| of the first layer over mean |f(x)|, away from the border; see math/equivariance-error. */
  readonly equivarianceError: number;
};

/** A sequence read symbol by symbol. */
export type SequenceAnswer = {
  readonly kind: 'sequence';
  /** [classes] after the last symbol. */
  readonly answer: Float32Array;
  /** [symbols read, classes] after each. */
  readonly probabilities: Float32Array;
  /** [symbols read, hidden] */
  readonly states: Float32Array;
};

/** Where the two towers put the pictures of some pairs. */
export type PairsAnswer = {
  readonly kind: 'pairs';
  /** [pairs] distances. */
  readonly answer: Float32Array;
  /** [pairs, 2, dimensions]: tower A's point of the first picture, tower B's of the second. */
  readonly points: Float32Array;
  /** Distance up to which a pair counts as the same, fitted on people of its own. */
  readonly threshold: number;
};

/** What the tasks say of one picture. */
export type TasksAnswer = {
  readonly kind: 'tasks';
  /** Class probabilities of the second task, 2, and then of the digit, 10. */
  readonly answer: Float32Array;
};

/** The curves a start goes through on its way to some points, on 100 values of x; see math/sine-tasks. */
export type CurvesAnswer = {
  readonly kind: 'curves';
  /** [100] after five steps. */
  readonly answer: Float32Array;
  /** [33, 100] after 0 to 32 steps; where steps no longer fit, numbers that are none. */
  readonly curves: Float32Array;
  /** [33] mean squared error on the points themselves. */
  readonly onPoints: Float32Array;
};

/** `answer`: what a `predict` message is answered with. */
export type Answer = ImageAnswer | SequenceAnswer | PairsAnswer | TasksAnswer | CurvesAnswer;
