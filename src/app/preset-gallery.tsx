/** The gallery's second half: ready moments of the labs, each a picture, a title, a line, a link. */
import { useEffect, useState } from 'react';
import { presetSection } from '../i18n/en/presets';
import { loadPresetCards, POSTER_SIZE, type PresetCard } from './preset-cards';
import './preset-gallery.css';

/** The single file carries no pictures: fourteen of them would weigh as much as the digits. */
const hasPictures = import.meta.env.MODE !== 'single-file';

const posters = [
  { theme: 'light', file: 'poster.png' },
  { theme: 'dark', file: 'poster-dark.png' },
] as const;

export function PresetGallery() {
  const [cards, setCards] = useState<readonly PresetCard[]>([]);
  useEffect(() => {
    let current = true;
    loadPresetCards().then(
      (loaded) => current && setCards(loaded),
      // Without them the labs above are still whole.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  return (
    <section className="preset-gallery" aria-labelledby="ready-moments">
      <header>
        <h2 id="ready-moments">{presetSection.title}</h2>
        <p className="note">{presetSection.lead}</p>
      </header>
      <ul>
        {cards.map(({ id, hash, title, see }) => (
          <li key={id}>
            <a className="preset-card" href={hash}>
              {hasPictures &&
                // The style sheet shows the one of the theme; a browser does not fetch the other.
                posters.map(({ file, theme }) => (
                  <img
                    key={theme}
                    className={`poster-${theme}`}
                    src={`./presets/${id}/${file}`}
                    alt=""
                    loading="lazy"
                    {...POSTER_SIZE}
                  />
                ))}
              <span className="preset-words">
                <strong>{title}</strong>
                <span>{see}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
