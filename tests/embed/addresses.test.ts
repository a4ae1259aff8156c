import { describe, expect, it } from 'vitest';
import { baseOf, besideApp, embedAddress, fullAddress, isPublic, typedBase } from '../../src/embed/addresses';
import { defaultEmbedOptions } from '../../src/embed/embed-options';

describe('the address of the app', () => {
  it('is that of the page without query and hash, and of the folder where the page is its index', () => {
    expect(baseOf('https://host/tied/index.html?theme=dark#v=1&lab=x')).toBe('https://host/tied/');
    expect(baseOf('https://host/tied/#a?b')).toBe('https://host/tied/');
    expect(baseOf('file:///home/me/tied.html?embed=1')).toBe('file:///home/me/tied.html');
  });

  it('counts as public only where another machine could load it', () => {
    for (const base of ['https://host/tied/', 'http://10.0.0.7/', 'https://host/tied.html'])
      expect(isPublic(base), base).toBe(true);
    for (const base of [
      'http://localhost:4173/',
      'http://127.0.0.1:4304/',
      'http://[::1]/',
      'file:///tied.html',
      'about:srcdoc',
      'blob:https://host/1',
      '',
    ])
      expect(isPublic(base), base).toBe(false);
  });

  it('can be typed, with or without its last slash; what is no address is none', () => {
    expect(typedBase(' https://host/tied ')).toBe('https://host/tied/');
    expect(typedBase('https://host/tied/?embed=1#v=1')).toBe('https://host/tied/');
    expect(typedBase('https://host/tied.html')).toBe('https://host/tied.html');
    for (const text of ['', 'host/tied', 'javascript:alert(1)', 'https://', 'data:text/html,x'])
      expect(typedBase(text), text).toBeNull();
  });

  it('never holds a character that ends a Markdown link or an attribute', () => {
    const odd = 'https://host/a(b)\'c"d/';
    for (const address of [
      fullAddress(odd, '#x=(1)'),
      embedAddress(odd, "#x='1'", defaultEmbedOptions),
      besideApp(odd, 'embed.js'),
    ])
      expect(address).not.toMatch(/[()'"<>\s]/);
  });
});
