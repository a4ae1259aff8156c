/** Registers our kernels on both backends, their gradients, and the few stock kernels that we use. */

import { castConfig as castCpu } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast';
import { identityConfig as identityCpu } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity';
import { reshapeConfig as reshapeCpu } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape';
import { sliceConfig as sliceCpu } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Slice';
import { castConfig as castWebgl } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast';
import { identityConfig as identityWebgl } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Identity';
import { reshapeConfig as reshapeWebgl } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape';
import { sliceConfig as sliceWebgl } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Slice';
import { getKernel, registerKernel } from '@tensorflow/tfjs-core';
import { registerContrastiveLossCpu } from './contrastive-loss/cpu';
import { registerContrastiveLossWebgl } from './contrastive-loss/webgl';
import { registerContrastiveLossGradientCpu } from './contrastive-loss-gradient/cpu';
import { registerContrastiveLossGradientWebgl } from './contrastive-loss-gradient/webgl';
import { registerFusedDirectGradient } from './fused-direct-gradient/webgl';
import { registerFusedForward } from './fused-forward/webgl';
import { registerFusedGradients } from './fused-gradients/webgl';
import { registerFusedHead } from './fused-head/webgl';
import { registerFusedInputGradient } from './fused-input-gradient/webgl';
import { registerFusedLogits } from './fused-logits/webgl';
import { registerFusedUpdate } from './fused-update/webgl';
import { registerGatherFloats } from './gather-floats/webgl';
import { registerGatherTexels } from './gather-texels/webgl';
import { registerGlobalMaxPoolCpu } from './global-max-pool/cpu';
import { registerGlobalMaxPoolWebgl } from './global-max-pool/webgl';
import { registerGlobalMaxPoolGradientCpu } from './global-max-pool-gradient/cpu';
import { registerGlobalMaxPoolGradientWebgl } from './global-max-pool-gradient/webgl';
import { registerGradients } from './gradients';
import { registerParameterUpdateCpu } from './parameter-update/cpu';
import { registerParameterUpdateWebgl } from './parameter-update/webgl';
import { registerRecurrentCellCpu } from './recurrent-cell/cpu';
import { registerRecurrentCellWebgl } from './recurrent-cell/webgl';
import { registerRecurrentCellGradientCpu } from './recurrent-cell-gradient/cpu';
import { registerRecurrentCellGradientWebgl } from './recurrent-cell-gradient/webgl';
import { registerRecurrentHeadCpu } from './recurrent-head/cpu';
import { registerRecurrentHeadWebgl } from './recurrent-head/webgl';
import { registerRecurrentHeadGradientCpu } from './recurrent-head-gradient/cpu';
import { registerRecurrentHeadGradientWebgl } from './recurrent-head-gradient/webgl';
import { registerRecurrentLedgerCpu } from './recurrent-ledger/cpu';
import { registerRecurrentLedgerWebgl } from './recurrent-ledger/webgl';
import { registerRecurrentLossCpu } from './recurrent-loss/cpu';
import { registerRecurrentLossWebgl } from './recurrent-loss/webgl';
import { registerRecurrentOutputsCpu } from './recurrent-outputs/cpu';
import { registerRecurrentOutputsWebgl } from './recurrent-outputs/webgl';
import { registerSegmentSumCpu } from './segment-sum/cpu';
import { registerSegmentSumWebgl } from './segment-sum/webgl';
import { registerSoftWeightsCpu } from './soft-weights/cpu';
import { registerSoftWeightsWebgl } from './soft-weights/webgl';
import { registerSoftWeightsGradientCpu } from './soft-weights-gradient/cpu';
import { registerSoftWeightsGradientWebgl } from './soft-weights-gradient/webgl';
import { registerSoftmaxCrossEntropyCpu } from './softmax-cross-entropy/cpu';
import { registerSoftmaxCrossEntropyWebgl } from './softmax-cross-entropy/webgl';
import { registerSoftmaxCrossEntropyGradientCpu } from './softmax-cross-entropy-gradient/cpu';
import { registerSoftmaxCrossEntropyGradientWebgl } from './softmax-cross-entropy-gradient/webgl';
import { registerTanhCpu } from './tanh/cpu';
import { registerTanhWebgl } from './tanh/webgl';
import { registerTanhGradientCpu } from './tanh-gradient/cpu';
import { registerTanhGradientWebgl } from './tanh-gradient/webgl';
import { registerTaskCrossEntropyCpu } from './task-cross-entropy/cpu';
import { registerTaskCrossEntropyWebgl } from './task-cross-entropy/webgl';
import { registerTaskCrossEntropyGradientCpu } from './task-cross-entropy-gradient/cpu';
import { registerTaskCrossEntropyGradientWebgl } from './task-cross-entropy-gradient/webgl';
import { registerTiedConv2DCpu } from './tied-conv-2d/cpu';
import { registerTiedConv2DWebgl } from './tied-conv-2d/webgl';
import { registerTiedConv2DInputGradientCpu } from './tied-conv-2d-input-gradient/cpu';
import { registerTiedConv2DInputGradientWebgl } from './tied-conv-2d-input-gradient/webgl';
import { registerTiedConv2DLedgerCpu } from './tied-conv-2d-ledger/cpu';
import { registerTiedConv2DLedgerWebgl } from './tied-conv-2d-ledger/webgl';

const OURS = [
  registerContrastiveLossCpu,
  registerContrastiveLossWebgl,
  registerContrastiveLossGradientCpu,
  registerContrastiveLossGradientWebgl,
  registerGlobalMaxPoolCpu,
  registerGlobalMaxPoolWebgl,
  registerGlobalMaxPoolGradientCpu,
  registerGlobalMaxPoolGradientWebgl,
  registerParameterUpdateCpu,
  registerParameterUpdateWebgl,
  registerRecurrentCellCpu,
  registerRecurrentCellWebgl,
  registerRecurrentCellGradientCpu,
  registerRecurrentCellGradientWebgl,
  registerRecurrentHeadCpu,
  registerRecurrentHeadWebgl,
  registerRecurrentHeadGradientCpu,
  registerRecurrentHeadGradientWebgl,
  registerRecurrentLedgerCpu,
  registerRecurrentLedgerWebgl,
  registerRecurrentLossCpu,
  registerRecurrentLossWebgl,
  registerRecurrentOutputsCpu,
  registerRecurrentOutputsWebgl,
  registerSegmentSumCpu,
  registerSegmentSumWebgl,
  registerSoftWeightsCpu,
  registerSoftWeightsWebgl,
  registerSoftWeightsGradientCpu,
  registerSoftWeightsGradientWebgl,
  registerSoftmaxCrossEntropyCpu,
  registerSoftmaxCrossEntropyWebgl,
  registerSoftmaxCrossEntropyGradientCpu,
  registerSoftmaxCrossEntropyGradientWebgl,
  registerTanhCpu,
  registerTanhWebgl,
  registerTanhGradientCpu,
  registerTanhGradientWebgl,
  registerTaskCrossEntropyCpu,
  registerTaskCrossEntropyWebgl,
  registerTaskCrossEntropyGradientCpu,
  registerTaskCrossEntropyGradientWebgl,
  registerTiedConv2DCpu,
  registerTiedConv2DWebgl,
  registerTiedConv2DInputGradientCpu,
  registerTiedConv2DInputGradientWebgl,
  registerTiedConv2DLedgerCpu,
  registerTiedConv2DLedgerWebgl,
  registerFusedDirectGradient,
  registerFusedForward,
  registerFusedGradients,
  registerFusedHead,
  registerFusedInputGradient,
  registerFusedLogits,
  registerFusedUpdate,
  registerGatherFloats,
  registerGatherTexels,
  registerGradients,
];

/** Identity, Cast: autodiff copies what it saves. Slice, Reshape: a layer's weights as a view of the parameters. */
const STOCK = [
  identityCpu,
  identityWebgl,
  castCpu,
  castWebgl,
  sliceCpu,
  sliceWebgl,
  reshapeCpu,
  reshapeWebgl,
];

let registered = false;

/** Idempotent. A stock kernel that something else has registered already stays. */
export function registerKernels(): void {
  if (registered) return;
  registered = true;
  for (const register of OURS) register();
  for (const config of STOCK) if (!getKernel(config.kernelName, config.backendName)) registerKernel(config);
}
