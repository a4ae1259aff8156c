/** The code that the page shows: HTML for the element as it stands, and the two forms of the widget. */

/** `pairs`: the attributes of the element in their order. `site`: where Tied is, with a slash at the end. */
export function htmlSnippet(
  site: string,
  pairs: readonly (readonly [name: string, value: string])[],
): string {
  const attributes = pairs.map(([name, value]) => `\n  ${name}="${escaped(value)}"`).join('');
  return `<script src="${escaped(site)}embed.js" defer></script>\n<tied-lab${attributes}></tied-lab>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

export const pythonSnippet = (site: string): string => `import anywidget, traitlets

class Tied(anywidget.AnyWidget):
    _esm = "${site}embed.mjs"
    base = traitlets.Unicode("${site}").tag(sync=True)
    act = traitlets.Unicode("learn").tag(sync=True)
    seed = traitlets.Int(1).tag(sync=True)
    state = traitlets.Dict().tag(sync=True)    # what is on the bench
    metrics = traitlets.Dict().tag(sync=True)  # figures of training

tied = Tied()
tied  # tied.seed = 7 changes the lab; tied.metrics holds its figures
tied.send({"type": "step", "payload": {"count": 100}})`;

export const mystSnippet = (site: string): string => `:::{anywidget} ${site}embed.mjs
{ "base": "${site}", "act": "learn", "data": "corner", "title": "Kernels learn" }
:::`;
