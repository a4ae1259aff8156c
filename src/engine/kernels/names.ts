/** Names under which our kernels are registered, and the attributes they take. Shapes are in each folder. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { TiedLayer } from '../../math/network-layers';

export const TIED_CONV_2D = 'TiedConv2D';
export const TIED_CONV_2D_LEDGER = 'TiedConv2DLedger';
export const TIED_CONV_2D_INPUT_GRADIENT = 'TiedConv2DInputGradient';
export const SEGMENT_SUM = 'SegmentSum';
export const THROUGH_RELU = 'ThroughRelu';
export const GLOBAL_MAX_POOL = 'GlobalMaxPool';
export const GLOBAL_MAX_POOL_GRADIENT = 'GlobalMaxPoolGradient';
export const SOFTMAX_CROSS_ENTROPY = 'SoftmaxCrossEntropy';
export const SOFTMAX_CROSS_ENTROPY_GRADIENT = 'SoftmaxCrossEntropyGradient';
export const SGD_UPDATE = 'SgdUpdate';
export const MOMENTUM_UPDATE = 'MomentumUpdate';
export const ADAM_UPDATE = 'AdamUpdate';

/** What backpropagation through a tied layer came across. The tensors live as long as the gradient's tidy. */
export type Backward = {
  /** [sites, filters, taps+1] */
  readonly ledger: Tensor;
  /** [batch, outHeight, outWidth, filters] gradient of the layer's output, before the ReLU's mask. */
  readonly dy: Tensor;
  /** [batch, outHeight, outWidth, filters] the layer's output. */
  readonly y: Tensor;
};

export type TiedAttributes = { readonly layer: TiedLayer };
export type TiedForwardAttributes = TiedAttributes & {
  readonly onBackward: ((backward: Backward) => void) | null;
};
export type InputGradientAttributes = TiedAttributes & { readonly xShape: readonly number[] };
export type RateAttributes = { readonly rate: number };
export type MomentumAttributes = RateAttributes & { readonly momentum: number };
export type AdamAttributes = RateAttributes & {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** 1 - beta^t of the step being made, t from 1. */
  readonly correction1: number;
  readonly correction2: number;
};
