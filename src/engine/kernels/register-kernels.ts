/** Registers our kernels on both backends, their gradients, and the few stock kernels that we use. */

import { castConfig as castCpu } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Cast';
import { identityConfig as identityCpu } from '@tensorflow/tfjs-backend-cpu/dist/kernels/Identity';
import { castConfig as castWebgl } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast';
import { conv2DBackpropFilterConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2DBackpropFilter';
import { identityConfig as identityWebgl } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Identity';
import { getKernel, registerKernel } from '@tensorflow/tfjs-core';
import { registerAdamUpdateCpu } from './adam-update/cpu';
import { registerAdamUpdateWebgl } from './adam-update/webgl';
import { registerGlobalMaxPoolCpu } from './global-max-pool/cpu';
import { registerGlobalMaxPoolWebgl } from './global-max-pool/webgl';
import { registerGlobalMaxPoolGradientCpu } from './global-max-pool-gradient/cpu';
import { registerGlobalMaxPoolGradientWebgl } from './global-max-pool-gradient/webgl';
import { registerGradients } from './gradients';
import { registerMomentumUpdateCpu } from './momentum-update/cpu';
import { registerMomentumUpdateWebgl } from './momentum-update/webgl';
import { registerSegmentSumCpu } from './segment-sum/cpu';
import { registerSegmentSumWebgl } from './segment-sum/webgl';
import { registerSgdUpdateCpu } from './sgd-update/cpu';
import { registerSgdUpdateWebgl } from './sgd-update/webgl';
import { registerSoftmaxCrossEntropyCpu } from './softmax-cross-entropy/cpu';
import { registerSoftmaxCrossEntropyWebgl } from './softmax-cross-entropy/webgl';
import { registerSoftmaxCrossEntropyGradientCpu } from './softmax-cross-entropy-gradient/cpu';
import { registerSoftmaxCrossEntropyGradientWebgl } from './softmax-cross-entropy-gradient/webgl';
import { registerThroughReluWebgl } from './through-relu/webgl';
import { registerTiedConv2DCpu } from './tied-conv-2d/cpu';
import { registerTiedConv2DWebgl } from './tied-conv-2d/webgl';
import { registerTiedConv2DInputGradientCpu } from './tied-conv-2d-input-gradient/cpu';
import { registerTiedConv2DInputGradientWebgl } from './tied-conv-2d-input-gradient/webgl';
import { registerTiedConv2DLedgerCpu } from './tied-conv-2d-ledger/cpu';
import { registerTiedConv2DLedgerWebgl } from './tied-conv-2d-ledger/webgl';

const OURS = [
  registerTiedConv2DCpu,
  registerTiedConv2DWebgl,
  registerTiedConv2DLedgerCpu,
  registerTiedConv2DLedgerWebgl,
  registerTiedConv2DInputGradientCpu,
  registerTiedConv2DInputGradientWebgl,
  registerSegmentSumCpu,
  registerSegmentSumWebgl,
  registerThroughReluWebgl,
  registerGlobalMaxPoolCpu,
  registerGlobalMaxPoolWebgl,
  registerGlobalMaxPoolGradientCpu,
  registerGlobalMaxPoolGradientWebgl,
  registerSoftmaxCrossEntropyCpu,
  registerSoftmaxCrossEntropyWebgl,
  registerSoftmaxCrossEntropyGradientCpu,
  registerSoftmaxCrossEntropyGradientWebgl,
  registerSgdUpdateCpu,
  registerSgdUpdateWebgl,
  registerMomentumUpdateCpu,
  registerMomentumUpdateWebgl,
  registerAdamUpdateCpu,
  registerAdamUpdateWebgl,
  registerGradients,
];

/** Identity and Cast: autodiff copies what it saves. Conv2DBackpropFilter: the second gradient path. */
const STOCK = [identityCpu, identityWebgl, castCpu, castWebgl, conv2DBackpropFilterConfig];

let registered = false;

/** Idempotent. A stock kernel that something else has registered already stays. */
export function registerKernels(): void {
  if (registered) return;
  registered = true;
  for (const register of OURS) register();
  for (const config of STOCK) if (!getKernel(config.kernelName, config.backendName)) registerKernel(config);
}
