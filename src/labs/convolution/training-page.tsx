/** The page of an act in which networks train: Learn and Move. */
import type { ReactNode } from 'react';
import { BenchLine } from '../../lab-page/bench-line';
import { Evidence } from '../../lab-page/evidence/evidence';
import { LabPage } from '../../lab-page/lab-page';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { ActTabs } from './act-tabs';
import { useLearnTransport } from './learn/use-learn-transport';

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'init', 'seed', 'examples'];

export function TrainingPage(props: {
  readonly question: string;
  readonly lead: string;
  readonly stage: ReactNode;
  readonly explanation: ReactNode;
}) {
  return (
    <LabPage
      {...props}
      switch={<SharingSwitch networks={['independent', 'shared']} comparable />}
      acts={<ActTabs />}
      useTransport={useLearnTransport}
      benchLine={<BenchLine setupKeys={SETUP_KEYS} />}
      evidence={<Evidence />}
    />
  );
}
