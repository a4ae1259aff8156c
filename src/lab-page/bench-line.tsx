/** Data, examples and seed in one line, the rest behind More; the marks of the run (by hand, backend) beside. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { whole } from '../i18n/format';
import { type ChoiceParameter, MAX_SEED, type Parameter } from '../spec/parameters';
import { Button } from '../ui/button';
import { lazyPart } from '../ui/lazy-part';
import { useMessages } from '../ui/messages-context';
import { Segmented } from '../ui/segmented';
import { useBench, useShows } from './bench';
import type { KeyLabels } from './setup/parameter-field';
import { SetupDialog } from './setup/setup-dialog';

const { Part: Marks, prefetch } = lazyPart(() => import('./marks').then((module) => module.Marks));

/** Decided at build time: the ordinary page has none of it. */
const isSingleFile = import.meta.env.MODE === 'single-file';

const EXAMPLE_CHOICES = [200, 500, 1000, 2000, 4000, 8000];

const NO_KEYS: readonly string[] = [];
const NO_LABELS: KeyLabels = {};

export function BenchLine(props: {
  /** Keys that the dialog behind More offers. */
  readonly setupKeys: readonly string[];
  /** Numbers of examples to choose from. */
  readonly examples?: readonly number[];
  /** Keys that are chosen here: data, where they are not chosen as an act. */
  readonly choices?: readonly string[];
  /** What this lab calls keys, where that is not what every lab calls them. */
  readonly labels?: KeyLabels;
  /** What else of the data is set here. */
  readonly children?: ReactNode;
}) {
  const { setupKeys, examples = EXAMPLE_CHOICES, choices = NO_KEYS, labels = NO_LABELS, children } = props;
  const { labPage } = useMessages();
  const [open, setOpen] = useState(false);
  const shows = useShows();
  const { table } = useBench();
  const keys = setupKeys.filter((key) => shows(table[key]?.hiddenWith ?? 'settings'));
  return (
    <section className="bench-line" aria-label={labPage.setup.bench}>
      {shows('data') && (
        <>
          {choices.map((key) => (
            <Choice key={key} name={key} />
          ))}
          <ExamplesChoice choices={examples} label={labels.examples} />
          {children}
          {isSingleFile && <CarriedNote />}
        </>
      )}
      {shows('settings') && (
        <>
          <SeedField />
          <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {labPage.setup.open}
          </Button>
          <SetupDialog keys={keys} labels={labels} open={open} onClose={() => setOpen(false)} />
        </>
      )}
      <MarksOfRun />
    </section>
  );
}

/** Before a run there are none; once they stand they stay. */
function MarksOfRun() {
  const { experiment } = useBench();
  const begun = useStore(
    experiment,
    ({ backend, status, changedByHand }) => backend !== null || status !== 'closed' || changedByHand,
  );
  const stand = useRef(false);
  stand.current ||= begun;
  useEffect(prefetch, []);
  return stand.current ? <Marks /> : null;
}

const isChoice = (parameter: Parameter | undefined): parameter is ChoiceParameter =>
  parameter?.kind === 'choice';

function Choice({ name }: { readonly name: string }) {
  const { lab, table } = useBench();
  const { labPage } = useMessages();
  const value = useStore(lab, (store) => String(store.state[name]));
  const parameter = table[name];
  if (!isChoice(parameter)) return null;
  const words: Readonly<Record<string, string>> = labPage.options;
  const labels: Readonly<Record<string, string>> = labPage.labels;
  return (
    <Segmented
      legend={labels[name] ?? name}
      value={value}
      onChange={(chosen) => lab.getState().set({ [name]: chosen })}
      segments={parameter.options.map((option) => ({
        value: String(option),
        label: words[option] ?? String(option),
      }))}
    />
  );
}

function ExamplesChoice(props: { readonly choices: readonly number[]; readonly label: string | undefined }) {
  const { lab, carries } = useBench();
  const { labPage } = useMessages();
  const value = useStore(lab, (store) => store.state.examples as number);
  const most = carries?.trainingDigits ?? Infinity;
  const offered = props.choices.filter((choice) => choice <= most);
  const choices = offered.includes(value) ? offered : [...offered, value].sort((a, b) => a - b);
  return (
    <label className="field-inline">
      {props.label ?? labPage.labels.examples}
      <select
        value={value}
        onChange={(event) => lab.getState().set({ examples: Number(event.currentTarget.value) })}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {whole(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The single file says how many digits it has. A run that asks for more gets a notice besides. */
function CarriedNote() {
  const { carries } = useBench();
  const { labPage } = useMessages();
  if (!carries) return null;
  return <span className="note">{labPage.carries.all(whole(carries.trainingDigits))}</span>;
}

function SeedField() {
  const { lab } = useBench();
  const { labPage } = useMessages();
  const seed = useStore(lab, (store) => store.state.seed as number);
  const [refused, setRefused] = useState(false);
  const note = useId();
  const take = (input: HTMLInputElement) => {
    const typed = input.valueAsNumber;
    const good = Number.isInteger(typed) && typed >= 0 && typed <= MAX_SEED;
    setRefused(!good);
    if (good) lab.getState().set({ seed: typed });
    else input.value = String(seed);
  };
  return (
    <>
      <label className="field-inline">
        {labPage.labels.seed}
        <input
          key={seed}
          type="number"
          min={0}
          max={MAX_SEED}
          step={1}
          defaultValue={seed}
          aria-describedby={refused ? note : undefined}
          onBlur={(event) => take(event.currentTarget)}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </label>
      {refused && (
        <p id={note} className="bench-problem" role="alert">
          {labPage.setup.badSeed(whole(MAX_SEED), String(seed))}
        </p>
      )}
    </>
  );
}
