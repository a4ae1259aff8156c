/** The regular patterns as small pictures; the one that is the map is pressed. */
import { useBench } from '../../../lab-page/bench';
import { canonicalMap, mapPatterns, patternNames, patternOf } from '../../../spec/tie-map';
import { useMessages } from '../../../ui/messages-context';
import { useHowMuch } from '../use-how-much';
import { MapThumb } from './map-thumb';
import { painterOf } from './painter';
import { shownMap } from './shown-map';

const SIDE = 34;

export function PatternChooser() {
  const { tieMap: words } = useMessages();
  const painter = painterOf(useBench());
  const shown = patternOf(canonicalMap(useHowMuch(shownMap)));
  return (
    <div className="map-patterns">
      <h3>{words.presets}</h3>
      <div className="map-pattern-buttons">
        {patternNames.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === shown}
            title={words.presetHint[name]}
            onClick={() => painter.applyPattern(name)}
          >
            <MapThumb map={mapPatterns[name]} side={SIDE} />
            {words.preset[name]}
          </button>
        ))}
      </div>
    </div>
  );
}
