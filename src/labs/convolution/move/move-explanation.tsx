/** What act Move shows, in four sentences; that on the map depends on the data. */
import { MarkedText } from '../../../lab-page/marked-text';
import { useMessages } from '../../../ui/messages-context';
import { useConvolution } from '../use-convolution';

export function MoveExplanation() {
  const { move } = useMessages();
  const variant = useConvolution((state) => state.data);
  const map = {
    roaming: move.explainMapRoaming,
    corner: move.explainMapCorner,
    centred: move.explainMapCentred,
  }[variant];
  return <MarkedText sentences={[move.explainDigit, move.explainBars, map, move.explainEquivariance]} />;
}
