/** Titles and captions of act Slide's stage, where the things are that they name. */
import type { Svg } from './slide-stage-marks';
import type { SlideStageProps } from './slide-stage-props';

type Line = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly strong: string;
  readonly detail: string;
  readonly color: string;
};

export function drawTexts(svg: Svg, props: SlideStageProps) {
  const { layout, labels, palette } = props;
  const independent = props.flip > 0.5;
  const settled = Math.max(0, Math.abs(props.flip - 0.5) * 4 - 1);
  const captionY = independent ? layout.ownCaptionY : layout.sharedCaptionY;
  const accent = independent ? palette.independent : palette.shared;
  const centre = layout.width / 2;
  const kernelX = independent ? layout.ownKernel.x : layout.sharedKernel.x;
  const start = 'start' as const;
  const middle = 'middle' as const;
  const lines: Line[] = [
    {
      key: 'input',
      x: 0,
      y: layout.titleY,
      anchor: start,
      strong: labels.input,
      detail: labels.inputDetail,
      color: palette.ink,
    },
    {
      key: 'output',
      x: layout.outputFrame.x,
      y: layout.titleY,
      anchor: start,
      strong: labels.output,
      detail: labels.outputDetail,
      color: palette.ink,
    },
    { key: 'use', x: centre, y: captionY, anchor: middle, strong: labels.use, detail: '', color: accent },
    {
      key: 'cost',
      x: centre,
      y: captionY + 19,
      anchor: middle,
      strong: '',
      detail: labels.cost,
      color: palette.ink,
    },
  ];
  if (layout.wide)
    lines.push({
      key: 'kernel',
      x: kernelX,
      y: layout.titleY,
      anchor: start,
      strong: labels.kernel,
      detail: labels.kernelDetail,
      color: palette.ink,
    });
  const texts = svg
    .select('g.texts')
    .selectAll<SVGTextElement, Line>('text')
    .data(lines, (line) => line.key)
    .join((enter) => {
      const text = enter.append('text');
      text.append('tspan').attr('class', 'strong');
      text.append('tspan').attr('class', 'detail');
      return text;
    })
    .attr('x', (line) => Math.round(line.x * 10) / 10)
    .attr('y', (line) => Math.round(line.y * 10) / 10)
    .attr('text-anchor', (line) => line.anchor)
    .attr('class', 'number')
    // What belongs to one side of the switch fades while it flips.
    .attr('opacity', (line) => (line.key === 'use' || line.key === 'cost' ? settled : 1));
  texts
    .select('tspan.strong')
    .attr('font-weight', 600)
    .attr('font-size', (line) => (line.key === 'use' || !layout.wide ? 13 : 14))
    .attr('fill', (line) => line.color)
    .text((line) => line.strong);
  texts
    .select('tspan.detail')
    .attr('font-size', layout.wide ? 13 : 12)
    .attr('dx', (line) => (line.strong && line.detail ? (layout.wide ? 7 : 4) : 0))
    .attr('fill', palette.muted)
    .text((line) => line.detail);
}
