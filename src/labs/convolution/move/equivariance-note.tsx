/** The equivariance error of both networks, with what it means. */
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useMessages } from '../../../ui/messages-context';
import { createEquivariance } from '../../../views/move-equivariance';
import { pictureStore } from '../picture/picture-store';
import { answerOf } from './move-scene';
import type { MoveNetwork } from './move-words';
import { placeStore } from './place-store';

export function EquivarianceNote({ shown }: { readonly shown: readonly MoveNetwork[] }) {
  const { move } = useMessages();
  const bench = useBench();
  const palette = usePalette();
  const errors = useView(
    createEquivariance,
    () => ({
      rows: shown.map((id) => ({
        name: move[id],
        color: palette[id],
        error: answerOf(bench, id)?.prediction.equivarianceError ?? null,
      })),
      lit: bench.selection.getState().part === 'equivariance',
    }),
    [bench.lab, bench.experiment, bench.selection, placeStore, pictureStore],
  );
  return (
    <section className="move-error">
      <div>
        <h2>{move.equivariance}</h2>
        <div ref={errors} />
      </div>
      <p className="note">
        {move.equivarianceNote} <span className="move-formula">{move.equivarianceFormula}</span>
      </p>
    </section>
  );
}
