/** docs/frame-api.md says what the contract's tables say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands, errorCodes, notifications } from '../../src/spec/frame-messages';

const reference = readFileSync('docs/frame-api.md', 'utf8');

/** The rows of the table under this heading. */
function rowsUnder(heading: string): readonly string[] {
  const section = reference.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section.split('\n').filter((line) => line.startsWith('| `'));
}

describe('the reference', () => {
  it('has every command, in order, with its payload, reply and effect', () => {
    const rows = Object.entries(commands).map(
      ([type, { payload, reply, doc }]) => `| \`${type}\` | ${payload} | \`${reply}\` | ${doc} |`,
    );
    expect(rowsUnder('Page to lab')).toEqual(rows);
  });

  it('has every message of the lab, in order', () => {
    const rows = Object.entries(notifications).map(
      ([type, { payload, doc }]) => `| \`${type}\` | ${payload} | ${doc} |`,
    );
    expect(rowsUnder('Lab to page')).toEqual(rows);
  });

  it('has every error code, in order', () => {
    const rows = Object.entries(errorCodes).map(([code, doc]) => `| \`${code}\` | ${doc} |`);
    expect(rowsUnder('Error codes')).toEqual(rows);
  });
});
