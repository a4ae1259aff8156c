/** The sweep as a file: its figures as CSV or JSON, its pictures as SVG or PNG. */
import { type RefObject, useState } from 'react';
import { usePalette } from '../../../lab-page/use-palette';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { saveFile } from '../../../ui/save-file';
import { sweepCsv, sweepJson } from './sweep-files';
import { pngOf, sweepSvg } from './sweep-picture';
import { sweepOf } from './sweep-words';
import type { Sweep } from './use-sweep';

type Format = 'csv' | 'json' | 'svg' | 'png';
const FORMATS: readonly Format[] = ['csv', 'json', 'svg', 'png'];

export function SweepSave(props: {
  readonly sweep: Sweep;
  /** What holds the pictures. */
  readonly pictures: RefObject<HTMLElement | null>;
  /** Of the picture. */
  readonly measure: string;
}) {
  const { sweep: words } = useMessages();
  const { paper, ink } = usePalette();
  const [failed, setFailed] = useState(false);
  const { plan, state } = props.sweep;

  async function fileOf(format: Format): Promise<Blob> {
    if (format === 'csv') return new Blob([sweepCsv(plan, state.figures)], { type: 'text/csv' });
    if (format === 'json') return new Blob([sweepJson(plan, state.figures)], { type: 'application/json' });
    const pictures = props.pictures.current?.querySelectorAll('.sweep-map, .sweep-curves') ?? [];
    const lines = [`${words.title} ${words.sentenceOf(sweepOf(plan.settings, words))}`, props.measure];
    const picture = sweepSvg([...pictures], { lines, paper, ink });
    return format === 'svg' ? new Blob([picture.text], { type: 'image/svg+xml' }) : pngOf(picture);
  }

  function save(format: Format) {
    fileOf(format).then(
      (file) => {
        setFailed(false);
        saveFile(file, `tied-sweep-${plan.settings.task}.${format}`);
      },
      () => setFailed(true),
    );
  }

  return (
    <div className="sweep-save">
      <span className="note">{words.save}</span>
      {FORMATS.map((format) => (
        <Button key={format} look="quiet" onClick={() => save(format)}>
          {words.formats[format]}
        </Button>
      ))}
      {failed && (
        <span className="note" role="alert">
          {words.saveFailed}
        </span>
      )}
    </div>
  );
}
