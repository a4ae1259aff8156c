/** The learning rate of inner steps and of adapting: those that hold are offered; others come by More or by a link. */
import { useShows } from '../../lab-page/bench';
import { useMessages } from '../../ui/messages-context';
import { useMetaLearning, useSetMetaLearning } from './use-meta-learning';

/** From 0.05 on steps from a random start run away; see docs/findings.md. */
const RATES = [0.005, 0.01, 0.02];

export function RateChoice() {
  const { labPage } = useMessages();
  const rate = useMetaLearning((state) => state.rate);
  const set = useSetMetaLearning();
  const shows = useShows();
  if (!shows('settings')) return null;
  const offered = RATES.includes(rate) ? RATES : [...RATES, rate].sort((one, other) => one - other);
  return (
    <label className="field-inline">
      {labPage.labels.rate}
      <select value={rate} onChange={(event) => set({ rate: Number(event.currentTarget.value) })}>
        {offered.map((choice) => (
          <option key={choice} value={choice}>
            {String(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
