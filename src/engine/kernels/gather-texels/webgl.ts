/**
 * Copies ranges of several textures into one, so that a frame costs one read however much of however many
 * networks is watched: flat textures source0, source1, ... -> one flat texture, the ranges one after the other.
 */
import { defineTexelKernel, FLAT_COLUMNS, flatRows, flatTexel } from '../../webgl-texels';
import { GATHER_TEXELS } from '../names';

/** `count` runs of `run` texels, the first at `base`, one every `stride` texels. */
export type TexelRange = {
  readonly base: number;
  readonly run: number;
  readonly stride: number;
  readonly count: number;
};

export type GatherAttributes = { readonly ranges: readonly TexelRange[] };
export const sourceName = (index: number) => `source${index}`;
export const rangeTexels = ({ run, count }: TexelRange) => run * count;

export function registerGatherTexels(): void {
  defineTexelKernel<GatherAttributes>(GATHER_TEXELS, (input, { ranges }, run) => {
    let end = 0;
    const branches = ranges.map((range, index) => {
      const start = end;
      end += rangeTexels(range);
      return `if (at < ${end}) {
          int item = (at - ${start}) / ${range.run};
          int from = base${index} + item * ${range.stride} + at - ${start} - item * ${range.run};
          return ${flatTexel(`Source${index}`, 'from')};
        }`;
    });
    const program = {
      textures: ranges.map((_, index) => `Source${index}`),
      rows: flatRows(end),
      columns: FLAT_COLUMNS,
      userCode: `
        vec4 gathered(int at) {
          ${branches.join('\n')}
          return vec4(0.0);
        }
        void main() {
          setOutput(gathered(int(gl_FragCoord.y) * ${FLAT_COLUMNS} + int(gl_FragCoord.x)));
        }`,
      ints: ranges.map((_, index) => `base${index}`),
    };
    return run(
      program,
      ranges.map((_, index) => input(sourceName(index))),
      ranges.map(({ base }) => base),
    );
  });
}
