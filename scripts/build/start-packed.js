/*
 * First script of the single file (single-file.mjs): unpacks the app's own script, which the file carries
 * as gzip in base64, and runs it. Goes into the page as it stands. The page's policy names both scripts by their hash.
 * What the page around says meanwhile is kept, and said again when the app listens.
 */
const early = [];
const keep = (event) => early.push(event);
addEventListener('message', keep);
addEventListener(
  'app-started',
  () => {
    removeEventListener('message', keep);
    for (const event of early) dispatchEvent(event);
  },
  { once: true },
);

const letters = atob(document.getElementById('tied-app').textContent);
const bytes = new Uint8Array(letters.length);
for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
const script = document.createElement('script');
script.type = 'module';
// By this name a copy of the page leaves it out: src/embed/single-file.ts.
script.id = 'tied-running';
script.textContent = await new Response(text).text();
document.head.append(script);
