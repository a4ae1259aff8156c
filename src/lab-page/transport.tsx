/** Run or Pause, Step, the speed, Reset, where we are, and the scrubber over what was recorded. */
import { useEffect } from 'react';
import { oneOf } from '../spec/parse-query';
import { Button } from '../ui/button';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';
import { speeds, type TransportModel } from './transport-model';

type Props = { readonly useModel: () => TransportModel };

export function Transport({ useModel }: Props) {
  const { labPage } = useMessages();
  const model = useModel();
  const { takeArrival } = useBench();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page stands
  useEffect(() => {
    if (!takeArrival()) return;
    model.reset();
    model.run();
  }, []);
  return (
    <section className="transport" aria-label={labPage.transport}>
      <Button look="main" className="transport-run" onClick={model.running ? model.pause : model.run}>
        <RunIcon running={model.running} />
        {model.running ? labPage.pause : model.runLabel}
      </Button>
      <Button onClick={model.step}>{labPage.step}</Button>
      <SpeedChoice model={model} />
      <Button onClick={model.reset}>{labPage.reset}</Button>
      <output className="transport-position number">{model.position}</output>
    </section>
  );
}

function SpeedChoice({ model }: { readonly model: TransportModel }) {
  const { labPage } = useMessages();
  return (
    <select
      className="button transport-speed"
      aria-label={labPage.speed}
      title={labPage.speedHints[model.speed]}
      aria-description={labPage.speedHints[model.speed]}
      value={model.speed}
      onChange={(event) => model.setSpeed(oneOf(speeds, event.currentTarget.value) ?? 'steady')}
    >
      {speeds.map((speed) => (
        <option key={speed} value={speed}>
          {labPage.speeds[speed]}
        </option>
      ))}
    </select>
  );
}

export function ScrubberBar({ useModel }: Props) {
  const { scrubber } = useModel();
  const { labPage } = useMessages();
  if (!scrubber) return null;
  const newest = scrubber.value === scrubber.max;
  return (
    <div className="scrubber">
      {scrubber.looksBack && !newest ? (
        <Button look="quiet" title={labPage.lookingBackHint} onClick={() => scrubber.set(scrubber.max)}>
          {labPage.lookingBack(scrubber.describe(scrubber.value))}
        </Button>
      ) : (
        <span className="note">{scrubber.label}</span>
      )}
      <input
        type="range"
        min={scrubber.min}
        max={scrubber.max}
        step={1}
        value={scrubber.value}
        aria-label={scrubber.label}
        aria-valuetext={scrubber.describe(scrubber.value)}
        onChange={(event) => scrubber.set(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

function RunIcon({ running }: { readonly running: boolean }) {
  return (
    <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true">
      <path fill="currentColor" d={running ? 'M1 1h3v10H1zM7 1h3v10H7z' : 'M1 .8v10.4L10.4 6z'} />
    </svg>
  );
}
