/** Names under which our kernels are registered, and the attributes they take. Shapes are in each folder. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { TiedLayer } from '../../math/network-layers';
import type { RecurrentPass } from '../../math/recurrent-shape';
import type { WeightShape } from '../../math/weight-shapes';
import type { FusedPlan } from '../fused/plan';
import type { UpdateStep } from '../optimizers';

export const TIED_CONV_2D = 'TiedConv2D';
export const TIED_CONV_2D_LEDGER = 'TiedConv2DLedger';
export const TIED_CONV_2D_INPUT_GRADIENT = 'TiedConv2DInputGradient';
export const SEGMENT_SUM = 'SegmentSum';
export const SOFT_WEIGHTS = 'SoftWeights';
export const SOFT_WEIGHTS_GRADIENT = 'SoftWeightsGradient';
export const GLOBAL_MAX_POOL = 'GlobalMaxPool';
export const GLOBAL_MAX_POOL_GRADIENT = 'GlobalMaxPoolGradient';
/** Not tfjs's Tanh, of which core knows no gradient. */
export const HYPERBOLIC_TANGENT = 'HyperbolicTangent';
export const HYPERBOLIC_TANGENT_GRADIENT = 'HyperbolicTangentGradient';
export const SOFTMAX_CROSS_ENTROPY = 'SoftmaxCrossEntropy';
export const SOFTMAX_CROSS_ENTROPY_GRADIENT = 'SoftmaxCrossEntropyGradient';
export const TASK_CROSS_ENTROPY = 'TaskCrossEntropy';
export const TASK_CROSS_ENTROPY_GRADIENT = 'TaskCrossEntropyGradient';
export const CONTRASTIVE_LOSS = 'ContrastiveLoss';
export const CONTRASTIVE_LOSS_GRADIENT = 'ContrastiveLossGradient';
export const RECURRENT_CELL = 'RecurrentCell';
export const RECURRENT_CELL_GRADIENT = 'RecurrentCellGradient';
export const RECURRENT_HEAD = 'RecurrentHead';
export const RECURRENT_HEAD_GRADIENT = 'RecurrentHeadGradient';
export const RECURRENT_LEDGER = 'RecurrentLedger';
export const RECURRENT_LOSS = 'RecurrentLoss';
export const RECURRENT_OUTPUTS = 'RecurrentOutputs';
export const PARAMETER_UPDATE = 'ParameterUpdate';

/** The fused step, webgl only: texels in, texels out. */
export const FUSED_FORWARD = 'FusedForward';
export const FUSED_HEAD = 'FusedHead';
export const FUSED_LOGITS = 'FusedLogits';
export const FUSED_INPUT_GRADIENT = 'FusedInputGradient';
export const FUSED_GRADIENTS = 'FusedGradients';
export const FUSED_UPDATE = 'FusedUpdate';
export const FUSED_DIRECT_GRADIENT = 'FusedDirectGradient';
export const GATHER_TEXELS = 'GatherTexels';
/** webgl only: plain tensors in, texels out. */
export const GATHER_FLOATS = 'GatherFloats';

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
export type SegmentSumAttributes = { readonly shape: Pick<WeightShape, 'tying' | 'filters' | 'taps'> };
/** The shape of the weights that are stored; `tying` is that of the shared parts. */
export type SoftWeightsAttributes = SegmentSumAttributes;
export type TiedForwardAttributes = TiedAttributes & {
  readonly onBackward: ((backward: Backward) => void) | null;
};
export type InputGradientAttributes = TiedAttributes & { readonly xShape: readonly number[] };
/** Classes of each task. */
export type TaskAttributes = { readonly classes: readonly number[] };
export type RecurrentAttributes = { readonly pass: RecurrentPass };
/** `labelled`: how many labels are not -1. */
export type RecurrentHeadAttributes = RecurrentAttributes & { readonly labelled: number };
/** `lossAt`: the place of the step's loss. */
export type RecurrentLossAttributes = RecurrentAttributes & { readonly lossAt: number };
/** The weights of a layer from its `from`th on lose this fraction of their size after a step, once it is made. */
export type Shrink = { readonly from: number; readonly fraction: number };
/**
 * How a layer moves: the learning rate times `rate`. With 0 it is frozen, has no gradient, and keeps its `count` weights
 * and what the optimiser remembers of them as they are.
 */
export type LayerMove = { readonly rate: number; readonly count: number };
/**
 * `layers`: how many there are; each that is not frozen has a gradient. `shrinks`: one for each layer, null where nothing
 * shrinks; none: nowhere. `moves`: one for each layer; none: all at the full rate.
 */
export type ParameterUpdateAttributes = {
  readonly step: UpdateStep;
  readonly layers: number;
  readonly shrinks?: readonly (Shrink | null)[];
  readonly moves?: readonly LayerMove[] | null;
};
export const gradientName = (layer: number) => `gradient${layer}`;

export type FusedAttributes = { readonly plan: FusedPlan; readonly batch: number };
export type FusedForwardAttributes = FusedAttributes & { readonly layer: 'first' | 'second' };
/** `lossAt`: column of the last row of the parameters at which the step's loss is kept. */
export type FusedUpdateAttributes = FusedAttributes & {
  readonly step: UpdateStep;
  readonly lossAt: number;
};
export type FusedDirectGradientAttributes = FusedAttributes & { readonly filter: number };
