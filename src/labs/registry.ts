/** All labs, in teaching order. A new lab is one folder and one line here. */
import { convolution } from './convolution/meta';
import type { LabMeta } from './lab-module';

export const labs: readonly LabMeta[] = [convolution];
