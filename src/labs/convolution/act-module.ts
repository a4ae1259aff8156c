/** What an act gives to the lab's page; each act is a chunk of its own. */
import type { ComponentType } from 'react';
import type { Messages } from '../../i18n/messages';
import type { TransportModel } from '../../lab-page/transport-model';
import type { ConvolutionState } from './parameters';

export type Act = ConvolutionState['act'];

export type ActModule = {
  readonly act: Act;
  readonly title: (messages: Messages, state: ConvolutionState) => string;
  readonly lead: (messages: Messages, state: ConvolutionState) => string;
  readonly useTransport: () => TransportModel;
  readonly Stage: ComponentType;
  /** Where networks train; then data and Compare are shown too. */
  readonly Evidence?: ComponentType;
  /** A closer look, below the evidence. */
  readonly Details?: ComponentType;
  readonly Explanation: ComponentType;
};
