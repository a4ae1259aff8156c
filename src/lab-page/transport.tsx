/** Run or Pause, Step, Slow, Reset, where we are, and the scrubber over what was recorded. */
import { Button } from '../ui/button';
import { useMessages } from '../ui/messages-context';
import type { TransportModel } from './transport-model';

type Props = { readonly useModel: () => TransportModel };

export function Transport({ useModel }: Props) {
  const { labPage } = useMessages();
  const model = useModel();
  const slow = model.speed === 'slow';
  return (
    <section className="transport" aria-label={labPage.transport}>
      <Button look="main" className="transport-run" onClick={model.running ? model.pause : model.run}>
        <RunIcon running={model.running} />
        {model.running ? labPage.pause : model.runLabel}
      </Button>
      <Button onClick={model.step}>{labPage.step}</Button>
      <Button
        aria-pressed={slow}
        title={labPage.slowHint}
        onClick={() => model.setSpeed(slow ? 'run' : 'slow')}
      >
        {labPage.slow}
      </Button>
      <Button onClick={model.reset}>{labPage.reset}</Button>
      <output className="transport-position number">{model.position}</output>
    </section>
  );
}

export function ScrubberBar({ useModel }: Props) {
  const { scrubber } = useModel();
  if (!scrubber) return null;
  return (
    <label className="scrubber">
      <span className="note">{scrubber.label}</span>
      <input
        type="range"
        min={scrubber.min}
        max={scrubber.max}
        step={1}
        value={scrubber.value}
        aria-valuetext={scrubber.describe(scrubber.value)}
        onChange={(event) => scrubber.set(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

function RunIcon({ running }: { readonly running: boolean }) {
  return (
    <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true">
      <path fill="currentColor" d={running ? 'M1 1h3v10H1zM7 1h3v10H7z' : 'M1 .8v10.4L10.4 6z'} />
    </svg>
  );
}
