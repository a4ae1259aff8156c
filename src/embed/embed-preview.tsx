/**
 * The embed as it will stand in a page: this very page in a frame, as a still picture (no worker, no GPU), scaled
 * to the room there is. To look at, not to use: it is inert, so that the keyboard passes it by.
 */
import { useEffect, useId, useRef, useState } from 'react';
import { whole } from '../i18n/format';
import { embedAddress } from './addresses';
import { useEmbedMessages } from './embed-messages';
import type { EmbedOptions } from './embed-options';
import { USUAL_HEIGHT } from './snippets';

/** Width of a course page's column, CSS pixels. */
const COLUMN = 960;
/** The picture follows when the choosing rests, ms: each one is a page that loads. Its height when that rests. */
const SETTLE = 250;
/** No report makes the preview higher, CSS pixels. */
const HIGHEST = 4000;

export function EmbedPreview(props: {
  /** null: the policy of this page lets it have no frame. */
  readonly base: string | null;
  readonly hash: string;
  readonly options: EmbedOptions;
  /** Called with the height that the lab reports at the width of a column. */
  readonly onNaturalHeight: (height: number) => void;
}) {
  const words = useEmbedMessages().preview;
  const { options, onNaturalHeight } = props;
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const note = useId();
  const [roomWidth, setRoomWidth] = useState(0);
  const [natural, setNatural] = useState(USUAL_HEIGHT);
  const wanted =
    props.base === null ? null : embedAddress(props.base, props.hash, { ...options, start: 'poster' });
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setShown(wanted), SETTLE);
    return () => clearTimeout(timer);
  }, [wanted]);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoomWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout>;
    const listen = ({ source, data }: MessageEvent) => {
      const height = source === frame.current?.contentWindow ? reportedHeight(data) : null;
      if (height === null) return;
      setNatural(height);
      clearTimeout(rest);
      if (options.size !== 'fixed') rest = setTimeout(() => onNaturalHeight(height), SETTLE);
    };
    addEventListener('message', listen);
    return () => {
      removeEventListener('message', listen);
      clearTimeout(rest);
    };
  }, [options.size, onNaturalHeight]);

  if (props.base === null) return <p className="note embed-preview">{words.none}</p>;
  const width = options.size === 'fixed' ? options.width : COLUMN;
  const height = { auto: natural, wide: (COLUMN * 9) / 16, fixed: options.height }[options.size];
  const scale = Math.min(1, roomWidth / width);
  const percent = `${Math.round(scale * 100)}\u202f%`;
  return (
    <figure className="embed-preview" aria-describedby={note}>
      <figcaption>
        <span>{words.title}</span>
        <span id={note} className="note">
          {roomWidth > 0 && words.note(whole(width), whole(height), percent)}
        </span>
      </figcaption>
      <div ref={room} className="embed-preview-room" style={{ height: height * scale }} inert>
        {shown !== null && roomWidth > 0 && (
          // A new element for each address: a changed `src` would add a step to the history.
          <iframe
            key={shown}
            ref={frame}
            src={shown}
            title={words.frame}
            tabIndex={-1}
            style={{ width, height, transform: `scale(${scale})` }}
          />
        )}
      </div>
    </figure>
  );
}

/** The height in a `resize` message of the lab; null where it is none. */
function reportedHeight(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('ns' in data) || data.ns !== 'tied') return null;
  if (!('type' in data) || data.type !== 'resize' || !('payload' in data)) return null;
  const { payload } = data;
  if (typeof payload !== 'object' || payload === null || !('height' in payload)) return null;
  const { height } = payload;
  return typeof height === 'number' && height > 0 ? Math.min(HIGHEST, Math.ceil(height)) : null;
}
