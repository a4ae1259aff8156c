/** Where the app is hosted, asked for where the page itself cannot be reached from elsewhere. */
import { useId, useState } from 'react';
import { typedBase } from './addresses';
import { useEmbedMessages } from './embed-messages';

/** `onChange`: the address, or null while nothing usable is typed. */
export function AddressField({ onChange }: { readonly onChange: (base: string | null) => void }) {
  const words = useEmbedMessages().address;
  const [text, setText] = useState('');
  const hint = useId();
  const bad = text.trim() !== '' && typedBase(text) === null;
  return (
    <div className="share-address">
      <label>
        <span className="note">{words.label}</span>
        <input
          type="url"
          inputMode="url"
          autoComplete="url"
          placeholder={words.example}
          value={text}
          aria-describedby={hint}
          aria-invalid={bad}
          onChange={(event) => {
            setText(event.target.value);
            onChange(typedBase(event.target.value));
          }}
        />
      </label>
      <p id={hint} className="note">
        {bad ? words.bad : words.hint}
      </p>
    </div>
  );
}
