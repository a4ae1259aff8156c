/** Below the evidence of act Learn: the chosen position enlarged, and the proof of tying with its poke. */
import { useConvolution } from '../use-convolution';
import { ChosenPosition } from './chosen-position';
import { ProofOfTying } from './proof-of-tying';
import { usePoke } from './use-poke';

export function LearnDetails() {
  const sharing = useConvolution((state) => state.sharing);
  const poke = usePoke();
  return (
    <div className="learn-below">
      <ChosenPosition network={sharing} poke={poke} />
      <ProofOfTying outcome={poke.outcome} />
    </div>
  );
}
