/** What the bench uses of ConvNetJS 0.3.0, which comes without types. */
declare module 'convnetjs' {
  /** Values [rows, columns, depth]; without `value` they are drawn at random. */
  export class Vol {
    constructor(width: number, height: number, depth: number, value?: number);
    readonly w: Float64Array;
  }

  export type LayerDefinition =
    | { type: 'input'; out_sx: number; out_sy: number; out_depth: number }
    | {
        type: 'conv';
        sx: number;
        filters: number;
        stride: number;
        pad: number;
        activation: 'relu';
        bias_pref: number;
      }
    | { type: 'pool'; sx: number; stride: number }
    | { type: 'softmax'; num_classes: number };

  export class Net {
    makeLayers(definitions: LayerDefinition[]): void;
    forward(input: Vol, isTraining: boolean): Vol;
    /** Adds to the gradients; gives the cross-entropy of this one example. */
    backward(label: number): number;
    /** Of each layer with weights: each filter's, then the biases. */
    getParamsAndGrads(): { params: Float64Array; grads: Float64Array }[];
  }
}
