/** One of the shown hidden units enlarged: its weights and its gradients, and the lengths of all four as a table. */

import { useStore } from 'zustand';
import { decimal, small } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { unknownLine } from '../../../lab-page/networks/unknown-line';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { FACE_SIDE } from '../../../spec/siamese-network';
import { useMessages } from '../../../ui/messages-context';
import { hasGradients } from '../../../views/ledger-picture';
import { createTileCanvas, type TileCanvasProps } from '../../../views/tile-canvas';
import {
  learnedOf,
  type TowerNetwork,
  type TowerPicture,
  towerSumOf,
  unitChange,
  unitNorm,
} from '../../../views/tower-picture';
import { useSiamese } from '../use-siamese';
import { UNITS_SHOWN } from './first-towers';
import { towerPicture } from './tower-pictures';
import './chosen-unit.css';

const SIDE = 128;
const CELLS = FACE_SIDE * FACE_SIDE + 1;

type Shown = Pick<TileCanvasProps, 'values' | 'row' | 'scaleOf'> & { readonly name: string };

export function ChosenUnit() {
  const bench = useBench();
  const { siameseLab, labPage, training } = useMessages();
  const words = siameseLab.unit;
  const network = useSiamese((state) => state.sharing);
  const unit = (useStore(bench.selection, (state) => state.site) ?? 0) % UNITS_SHOWN;
  useCalmChanges([bench.experiment, bench.lab]);
  const picture = towerPicture(bench, network);
  const { kernels, tiles, units, groups, filter, step } = picture;
  const { after } = learnedOf(picture);
  const ofLearned = (row: number, name: string): Shown => ({
    ...{ name, values: after, row: row * units + unit, scaleOf: after },
  });
  const ofKernels = (row: number, name: string): Shown => ({
    ...{ name, values: kernels, row: row * units + unit, scaleOf: kernels },
  });
  const ofTiles = (row: number, name: string): Shown => ({
    ...{ name, values: tiles, row: row * units + unit, scaleOf: tiles },
  });
  const known = hasGradients(picture.source);
  const shown: readonly Shown[] =
    groups === 1
      ? [
          ofKernels(0, words.weights),
          ...(step > 0 ? [ofLearned(0, words.learned)] : []),
          ...(known
            ? [
                ofTiles(0, siameseLab.uses[0]),
                ofTiles(1, siameseLab.uses[1]),
                { name: words.sum, values: towerSumOf(picture).sum, row: unit, scaleOf: tiles },
              ]
            : []),
        ]
      : [
          ofKernels(0, words.weightsOf(siameseLab.towerNames[0])),
          ...(step > 0 ? [ofLearned(0, words.learnedOf(siameseLab.towerNames[0]))] : []),
          ...(known ? [ofTiles(0, siameseLab.own[0])] : []),
          ofKernels(1, words.weightsOf(siameseLab.towerNames[1])),
          ...(step > 0 ? [ofLearned(1, words.learnedOf(siameseLab.towerNames[1]))] : []),
          ...(known ? [ofTiles(1, siameseLab.own[1])] : []),
        ];
  const title = words.title(filter + unit + 1);
  return (
    <section className={`card chosen-unit tone-${network}`} aria-label={title}>
      <h2>
        <span className={network}>{labPage.networks[network]}</span> {title}
      </h2>
      <p className="note">{unknownLine(picture, training) ?? words.lead}</p>
      {picture.source !== 'unread' && (
        <div className="unit-tiles">
          {shown.map((tile) => (
            <Tile key={tile.name} {...tile} />
          ))}
        </div>
      )}
      <Values picture={picture} network={network} />
    </section>
  );
}

function Tile({ name, ...shown }: Shown) {
  const palette = usePalette();
  const { siameseLab } = useMessages();
  const dpr = Math.min(3, globalThis.devicePixelRatio || 1);
  const { values, row } = shown;
  const silent = values.subarray(row * CELLS, (row + 1) * CELLS).every((value) => value === 0);
  const tile = useView(createTileCanvas, () => ({ palette, side: SIDE, dpr, ...shown }));
  return (
    <figure>
      <div ref={tile} style={{ width: SIDE, height: SIDE }} />
      <figcaption className="note">{silent ? siameseLab.unit.allZero(name) : name}</figcaption>
    </figure>
  );
}

/** The lengths of what the stage draws, for those who would rather read than look. */
function Values({ picture, network }: { readonly picture: TowerPicture; readonly network: TowerNetwork }) {
  const { siameseLab: words, labPage } = useMessages();
  const { tiles, units, groups, filter } = picture;
  const shownUnits = Array.from({ length: units }, (_, unit) => unit);
  const known = hasGradients(picture.source);
  const sum = towerSumOf(picture).sum;
  const length = (values: ArrayLike<number>, row: number, unit: number) =>
    known ? small(unitNorm(values, picture, row, unit)) : '–';
  const head = words.valuesHead;
  return (
    <details className="unit-values">
      <summary>{words.values}</summary>
      <table className="number">
        <caption className="note">
          {words.valuesCaption(labPage.networks[network])}. {words.valuesNote}
        </caption>
        <thead>
          <tr>
            {[head.unit, head.first, head.second, ...(groups === 1 ? [head.sum] : []), head.moved].map(
              (text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shownUnits.map((unit) => (
            <tr key={unit}>
              <th scope="row">{filter + unit + 1}</th>
              <td>{length(tiles, 0, unit)}</td>
              <td>{length(tiles, 1, unit)}</td>
              {groups === 1 && <td>{length(sum, 0, unit)}</td>}
              <td>
                {Array.from({ length: groups }, (_, tower) =>
                  decimal(unitChange(picture, tower, unit), 4),
                ).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
