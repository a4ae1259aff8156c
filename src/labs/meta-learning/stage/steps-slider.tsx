/** How many steps the curves on the stage have made: a slider, and a button that goes through them one after the other. */
import { useEffect, useState } from 'react';
import { whole } from '../../../i18n/format';
import { MOST_ADAPTING } from '../../../math/start-adaptation';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { useMetaLearning, useSetMetaLearning } from '../use-meta-learning';

/** From one step to the next, ms. */
const PACE = 220;

export function StepsSlider() {
  const { metaLearningLab: words } = useMessages();
  const k = useMetaLearning((state) => state.k);
  const set = useSetMetaLearning();
  const [playing, setPlaying] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step waits for the one before
  useEffect(() => {
    if (!playing) return;
    if (k >= MOST_ADAPTING) return setPlaying(false);
    const timer = setTimeout(() => set({ k: k + 1 }), PACE);
    return () => clearTimeout(timer);
  }, [playing, k]);

  const play = () => {
    if (!playing && k >= MOST_ADAPTING) set({ k: 0 });
    setPlaying(!playing);
  };
  return (
    <div className="steps-slider">
      <Button onClick={play}>{playing ? words.pause : words.play}</Button>
      <label>
        <span>{words.stepsOn}</span>
        <input
          type="range"
          min={0}
          max={MOST_ADAPTING}
          step={1}
          value={k}
          aria-valuetext={words.stepsShown(whole(k))}
          onChange={(event) => {
            setPlaying(false);
            set({ k: event.currentTarget.valueAsNumber });
          }}
        />
        <output className="number">{words.stepsShown(whole(k))}</output>
      </label>
    </div>
  );
}
