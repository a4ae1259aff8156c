/** The query of the embedding contract, key by key, and what it does with nonsense. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/spec/parse-query';
import { garbage } from './garbage';

const none = parseQuery('').presentation;

describe('the query', () => {
  it('leaves everything open when it is empty', () => {
    expect(none).toEqual({
      embed: false,
      start: null,
      theme: null,
      lang: null,
      motion: null,
      backend: null,
      hide: [],
      lesson: null,
      lessonStep: null,
      origin: null,
    });
  });

  it.each([
    ['embed=1', { embed: true }],
    ['embed=0', { embed: false }],
    ['start=poster', { start: 'poster' }],
    ['start=run', { start: 'run' }],
    ['theme=projector', { theme: 'projector' }],
    ['lang=zh-Hans', { lang: 'zh-Hans' }],
    ['motion=reduce', { motion: 'reduce' }],
    ['backend=webgl', { backend: 'webgl' }],
    ['hide=share,switch,share', { hide: ['switch', 'share'] }],
    ['lesson=one-kernel&lesson-step=third', { lesson: 'one-kernel', lessonStep: 'third' }],
    ['origin=https%3A%2F%2FCourse.example%3A8443', { origin: 'https://course.example:8443' }],
    ['origin=http://localhost:8000', { origin: 'http://localhost:8000' }],
  ])('understands %s', (query, expected) => {
    expect(parseQuery(`?${query}`)).toEqual({ presentation: { ...none, ...expected }, notes: [] });
  });

  it.each([
    'embed=yes',
    'start=now',
    'theme=Dark',
    'lang=fr',
    'motion=none',
    'backend=gpu',
    'lesson=<b>',
    'lesson-step=',
    'origin=*',
    'origin=https://a.example/path',
    'origin=http://a.example',
    'origin=javascript:alert(1)',
  ])('takes %s as not given, with a note', (query) => {
    const { presentation, notes } = parseQuery(`?${query}`);
    expect(presentation).toEqual(none);
    expect(notes).toMatchObject([{ problem: 'bad-value', key: query.split('=')[0] }]);
  });

  it('hides what it knows of a list and names the rest', () => {
    const { presentation, notes } = parseQuery('?hide=acts,everything');
    expect(presentation.hide).toEqual(['acts']);
    expect(notes).toMatchObject([{ problem: 'bad-value', key: 'hide', text: 'everything' }]);
  });

  it('does not mind the keys of others', () => {
    expect(parseQuery('?utm_source=mail&__proto__=1').notes).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(garbage, (query) => {
        const { presentation } = parseQuery(query);
        expect(Object.keys(presentation)).toEqual(Object.keys(none));
      }),
    );
  });
});
