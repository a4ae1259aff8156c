/** English: what the script of element.html says. Apart from the catalogue: the app never shows it. */
export const elementPage = {
  byDefault: (value: string) => (value === '' ? 'default' : `default (${value})`),
  copied: 'Copied.',
  copyBlocked: 'The clipboard is closed here: the code is selected, press Ctrl or Cmd and C.',
  asked: (method: string) => `${method}: waiting for the lab`,
  answered: (method: string, seconds: string) => `${method}: answered after ${seconds} s`,
  refused: (method: string, code: string, message: string) => `${method}: ${code}. ${message}`,
  notJson: 'State is not JSON: {"key": value, ...}',
  times: (count: number) => `${count} times, the last:`,
  range: (least: number, most: number) => `${least} to ${most.toLocaleString('en')}`,
  numbers: (lengths: string) => `${lengths} numbers, with commas between`,
  text: (longest: number, character: string) => `at most ${longest} characters, each ${character}`,
  tieMap: (patterns: string) => `${patterns}, or runs of groups like 0.128-1.128`,
  withDefault: (values: string, fallback: string) => `${values}; default ${fallback}`,
  none: 'none',
  anyCommand: 'Any command of the frame API, by its name.',
} as const;
