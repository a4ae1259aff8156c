/** Act 2, Learn: both networks train on the same batches. */
import { NetworkStage } from '../../../lab-page/networks/network-stage';
import { useWatch } from '../../../lab-page/training/use-watch';
import { useConvolution } from '../use-convolution';
import { FilterChooser } from './filter-chooser';
import { LearnCard } from './learn-card';
import { LearnNarrator } from './learn-narrator';
import './learn.css';

export function LearnStage() {
  const filter = useConvolution((state) => state.filter);
  useWatch(filter - 1, 1);
  return (
    <NetworkStage
      card={(card) => <LearnCard {...card} />}
      narrator={(shown) => <LearnNarrator shown={shown} />}
      tools={<FilterChooser />}
    />
  );
}
