/** Slow mode in act Move: which of the four phases of the training step is told, and what happens in it. */
import { useStore } from 'zustand';
import { decimal } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useMessages } from '../../../ui/messages-context';
import { STEP_PHASES } from '../../../views/step-phase';
import { useConvolution } from '../use-convolution';
import type { MoveNetwork } from './move-words';

export function MoveNarrator() {
  const bench = useBench();
  const narration = narrationOf(bench);
  const { move: words } = useMessages();
  const slow = useStore(narration, ({ speed }) => speed === 'slow');
  const phase = useStore(narration, (state) => state.phase?.name ?? null);
  if (!slow) return null;
  return (
    <div className="move-narrator">
      <ol>
        {STEP_PHASES.map((name) => (
          <li key={name} {...(name === phase ? { 'aria-current': 'step' } : {})}>
            {words.phases[name]}
          </li>
        ))}
      </ol>
      <Sentence />
    </div>
  );
}

function Sentence() {
  const bench = useBench();
  const { move: words, training, convolution } = useMessages();
  const phase = useStore(narrationOf(bench), (state) => state.phase?.name ?? null);
  const sharing = useConvolution((state) => state.sharing);
  const compare = useConvolution((state) => state.compare);
  const kind = compare ? 'both' : sharing;
  const text = () => {
    switch (phase) {
      case null:
        return words.slowHint;
      case 'forward':
        return training.forward([lossText('shared'), lossText('independent')]);
      case 'gradients':
        return convolution.told.gradients;
      case 'sum':
        return convolution.told.sum[kind];
      case 'update':
        return words.update[kind];
      default:
        return phase satisfies never;
    }
  };
  /** Loss of the step that is told, or null where this network is not shown. */
  function lossText(network: MoveNetwork): string | null {
    const { networks, step } = bench.experiment.getState();
    const loss = kind === 'both' || kind === network ? networks[network]?.losses[step - 1] : undefined;
    return loss === undefined ? null : decimal(loss);
  }
  return (
    <p className="number" role="status">
      {text()}
    </p>
  );
}
