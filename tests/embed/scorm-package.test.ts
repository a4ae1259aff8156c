import { strFromU8, strToU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { defaultEmbedOptions } from '../../src/embed/embed-options';
import { scormPackage } from '../../src/embed/scorm/scorm-package';
import { hostileTitles } from './embed-inputs';

const singleFile = strToU8(`<!doctype html><title>Tied</title>${'0123456789'.repeat(1000)}`);

const packed = (title: string, doneWhen: 'trained' | 'opened' = 'trained') =>
  unzipSync(
    scormPackage({
      title,
      description: 'A lab & its “bench”.',
      noScript: 'Needs JavaScript.',
      language: 'en',
      hash: '#v=1&lab=convolution&seed=3&act=learn',
      options: { ...defaultEmbedOptions, theme: 'dark', hide: ['data', 'settings'] },
      doneWhen,
      singleFile,
    }),
  );

const textOf = (files: Record<string, Uint8Array>, name: string) =>
  strFromU8(files[name] ?? new Uint8Array());

function manifestOf(files: Record<string, Uint8Array>) {
  const window = new Window();
  return new window.DOMParser().parseFromString(textOf(files, 'imsmanifest.xml'), 'application/xml');
}

describe('a SCORM 1.2 package', () => {
  it('holds the manifest at its root, every file the manifest names, and the single file as it was', () => {
    const files = packed('A lab');
    const named = [...manifestOf(files).querySelectorAll('resource > file')].map((file) =>
      file.getAttribute('href'),
    );
    expect(Object.keys(files).sort()).toEqual(['imsmanifest.xml', ...named].sort());
    expect(named).toContain('launch.js');
    expect(files['tied.html']).toEqual(singleFile);
  });

  it('has the elements that the content aggregation model requires, and they refer to each other', () => {
    const manifest = manifestOf(packed('A lab'));
    const root = manifest.documentElement;
    const text = (path: string) => manifest.querySelector(path)?.textContent;
    expect(root.getAttribute('identifier')).toMatch(/^[A-Za-z_][\w.-]*$/);
    expect([text('schema'), text('schemaversion')]).toEqual(['ADL SCORM', '1.2']);
    const organization = manifest.querySelector('organization');
    expect(manifest.querySelector('organizations')?.getAttribute('default')).toBe(
      organization?.getAttribute('identifier'),
    );
    const item = manifest.querySelector('item');
    const resource = manifest.querySelector('resource');
    expect(item?.getAttribute('identifierref')).toBe(resource?.getAttribute('identifier'));
    expect(resource?.getAttribute('adlcp:scormtype')).toBe('sco');
    expect(resource?.getAttribute('href')).toBe('index.html');
    expect(text('organization > title')).toBe('A lab');
    expect(text('item > title')).toBe('A lab');
  });

  it('keeps a title as text in manifest and page, whatever it holds', () => {
    const tags = (files: Record<string, Uint8Array>, name: string) => textOf(files, name).split('<').length;
    const ordinary = packed('A lab');
    for (const title of hostileTitles) {
      const files = packed(title);
      const xml = textOf(files, 'imsmanifest.xml');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      for (const name of ['imsmanifest.xml', 'index.html'])
        expect(tags(files, name), `${name}: ${title}`).toBe(tags(ordinary, name));
    }
  });

  it('shows the bench with the options that were chosen', () => {
    const { document } = new Window();
    document.write(textOf(packed('A lab', 'opened'), 'index.html'));
    expect(document.querySelector('iframe')?.getAttribute('src')).toBe(
      'tied.html?embed=1&theme=dark&hide=data,settings#v=1&lab=convolution&seed=3&act=learn',
    );
    expect(document.querySelector('iframe')?.getAttribute('title')).toBe('A lab');
    expect(document.body.dataset.doneWhen).toBe('opened');
  });
});
