/** What can be chosen about an embed: native controls, every change shows in preview and code at once. */
import { useId } from 'react';
import { languageNames } from '../i18n/languages';
import { starts, themes } from '../spec/parse-query';
import { Segmented } from '../ui/segmented';
import { useEmbedMessages } from './embed-messages';
import { type EmbedOptions, FRAME_BOUNDS, hideableParts, sizes } from './embed-options';
import { PixelField } from './pixel-field';

type Choices<Value extends string> = readonly (readonly [value: Value, label: string])[];

export function EmbedOptionsForm(props: {
  readonly options: EmbedOptions;
  readonly title: string;
  readonly onOptions: (options: EmbedOptions) => void;
  readonly onTitle: (title: string) => void;
}) {
  const words = useEmbedMessages().options;
  const title = useId();
  const { options, onOptions } = props;
  const change = (part: Partial<EmbedOptions>) => onOptions({ ...options, ...part });
  const languages = Object.keys(languageNames) as (keyof typeof languageNames)[];
  return (
    <div className="embed-options">
      <div className="share-field">
        <label htmlFor={title}>{words.title}</label>
        <input
          id={title}
          value={props.title}
          maxLength={200}
          aria-describedby={`${title}-hint`}
          onChange={(event) => props.onTitle(event.target.value)}
        />
        <span id={`${title}-hint`} className="note">
          {words.titleHint}
        </span>
      </div>
      <div className="share-field">
        <span>{words.size}</span>
        <Segmented
          legend={words.size}
          value={options.size}
          onChange={(size) => change({ size })}
          segments={sizes.map((value) => ({ value, label: words.sizes[value] }))}
        />
        {options.size === 'fixed' && (
          <span className="embed-pixels">
            <PixelField
              label={words.width}
              bounds={FRAME_BOUNDS.width}
              value={options.width}
              onChange={(width) => change({ width })}
            />
            <PixelField
              label={words.height}
              bounds={FRAME_BOUNDS.height}
              value={options.height}
              onChange={(height) => change({ height })}
            />
          </span>
        )}
      </div>
      <Choice
        label={words.start}
        value={options.start}
        choices={starts.map((value) => [value, words.starts[value]])}
        note={words.startNotes[options.start]}
        onChange={(start) => change({ start })}
      />
      <Choice
        label={words.theme}
        value={options.theme}
        choices={themes.map((value) => [value, words.themes[value]])}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        label={words.language}
        value={options.lang ?? ''}
        choices={[['', words.ofBrowser], ...languages.map((tag) => [tag, languageNames[tag]] as const)]}
        onChange={(tag) => change({ lang: tag === '' ? null : tag })}
      />
      <fieldset className="embed-hide">
        <legend>{words.hide}</legend>
        {hideableParts.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={options.hide.includes(part)}
              onChange={(event) => {
                const others = options.hide.filter((each) => each !== part);
                const hidden = event.target.checked ? [...others, part] : others;
                change({ hide: hideableParts.filter((each) => hidden.includes(each)) });
              }}
            />
            {words.parts[part]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: Choices<Value>;
  readonly note?: string;
  readonly onChange: (value: Value) => void;
}) {
  const own = useId();
  const note = useId();
  return (
    <div className="share-field">
      <label htmlFor={own}>{props.label}</label>
      <select
        id={own}
        value={props.value}
        aria-describedby={props.note === undefined ? undefined : note}
        onChange={(event) => {
          const chosen = props.choices.find(([value]) => value === event.target.value);
          if (chosen) props.onChange(chosen[0]);
        }}
      >
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.note !== undefined && (
        <span id={note} className="note">
          {props.note}
        </span>
      )}
    </div>
  );
}
