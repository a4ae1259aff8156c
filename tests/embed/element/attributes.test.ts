/** Which attributes reach the lab: every public key does, nothing of HTML or of a framework does. */
import { describe, expect, it } from 'vitest';
import { commonKeys, isHashKey, ownAttributes, queryKeys } from '../../../src/embed/element/attributes';
import { labs } from '../../../src/labs/registry';
import { commonParameters } from '../../../src/spec/parameters';
import { parseQuery } from '../../../src/spec/parse-query';

describe('attributes', () => {
  it('carry every key of every lab to the hash', async () => {
    for (const { load } of labs)
      for (const key of Object.keys((await load()).table)) expect([key, isHashKey(key)]).toEqual([key, true]);
  });

  it('name every key that all labs have', () => {
    const common = ['lab', ...Object.keys(commonParameters), 'data', 'act'];
    expect([...commonKeys].sort()).toEqual(common.sort());
    for (const key of commonKeys) expect(isHashKey(key)).toBe(true);
  });

  it('carry every key of the query that a page may choose', () => {
    const known = Object.keys(parseQuery('').presentation).map((key) =>
      key.replace('lessonStep', 'lesson-step'),
    );
    expect([...queryKeys, 'embed', 'origin'].sort()).toEqual(known.sort());
    for (const key of [...queryKeys, ...ownAttributes]) expect(isHashKey(key)).toBe(false);
  });

  it('of HTML itself, of data, of ARIA and of frameworks stay where they are', () => {
    const html =
      'accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lang name nonce part popover role slot spellcheck style tabindex title translate width writingsuggestions onclick onmessage data-x aria-label _ngcontent-abc v-cloak x:y @click';
    for (const name of html.split(' ')) expect([name, isHashKey(name)]).toEqual([name, false]);
  });
});
