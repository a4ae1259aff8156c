/** The points as a table of numbers that can be typed; what is no number, or lies outside, is said in words. */
import { useId, useState } from 'react';
import { decimal, whole } from '../../../i18n/format';
import { numberFromText } from '../../../spec/parse-value';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { countOf, movedTo, type PointList, pointAt, REACH_X, REACH_Y, removed } from './edit-points';

export function PointsTable(props: {
  readonly points: PointList;
  readonly onChange: (points: PointList) => void;
}) {
  const { points, onChange } = props;
  const { metaLearningLab: words } = useMessages();
  const [problem, setProblem] = useState<string | null>(null);
  const note = useId();

  function take(index: number, axis: 'x' | 'y', text: string): boolean {
    const value = numberFromText(text);
    const reach = axis === 'x' ? REACH_X : REACH_Y;
    if (value === null || Math.abs(value) > reach) {
      setProblem(words.badNumber(text, axis, whole(reach)));
      return false;
    }
    setProblem(null);
    const point = { ...pointAt(points, index), [axis]: value };
    onChange(movedTo(points, index, point.x, point.y));
    return true;
  }

  return (
    <div className="points-table">
      {problem && (
        <p id={note} className="bench-problem" role="alert">
          {problem}
        </p>
      )}
      <table className="number">
        <thead>
          <tr>
            <th scope="col">{words.pointColumn}</th>
            <th scope="col">x</th>
            <th scope="col">y</th>
            <th scope="col">
              <span className="visually-hidden">{words.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: countOf(points) }, (_, index) => {
            const point = pointAt(points, index);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list
              <tr key={index}>
                <th scope="row">{whole(index + 1)}</th>
                {(['x', 'y'] as const).map((axis) => (
                  <td key={axis}>
                    <input
                      key={point[axis]}
                      type="text"
                      inputMode="decimal"
                      size={6}
                      aria-label={words.coordinate(axis, whole(index + 1))}
                      aria-describedby={problem ? note : undefined}
                      defaultValue={decimal(point[axis])}
                      onBlur={({ currentTarget }) => {
                        const text = currentTarget.value;
                        if (text === decimal(point[axis])) return;
                        if (!take(index, axis, text)) currentTarget.value = decimal(point[axis]);
                      }}
                      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    look="quiet"
                    aria-label={words.removePoint(whole(index + 1))}
                    disabled={countOf(points) <= 1}
                    onClick={() => onChange(removed(points, index))}
                  >
                    ×
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
