/** English: what a lab page must tell at once: links that are not whole, faults, and how the run got over them. */
export const troubles = {
  notes: {
    title: 'Part of the link could not be used:',
    'unknown-key': (key: string) => `“${key}” is not known here and was ignored.`,
    'bad-value': (key: string, text: string) => `“${text}” is no value for ${key}; the default is used.`,
    clamped: (key: string, text: string) =>
      `${key}=${text} is out of range; the nearest allowed value is used.`,
    'unknown-lab': (text: string) => `There is no lab called “${text}”.`,
    'newer-version': (text: string) => `The link is of a newer version (${text}); what is known was used.`,
    'too-long': 'The link is too long; its end was ignored.',
    dismiss: 'Dismiss',
  },
  catchingUp: (network: string, step: string, target: string) =>
    `Training the ${network} network from the start: step ${step} of ${target}`,
  failures: {
    'context-lost': 'The browser keeps taking the GPU away.',
    'bad-message': 'The page and its training worker do not understand each other. Reload the page.',
    'data-failed':
      'The data could not be loaded, after three attempts. Check the connection, then try again.',
    'worker-failed': 'The training worker stops again and again.',
  },
  neverStarted: 'The training worker cannot be started here.',
  kept: (step: string) => `The weights of step ${step} are kept; try again.`,
  settingsKept: 'Your settings are kept; try again.',
  diverged: (network: string, step: string) =>
    `The ${network} network diverged at step ${step}: its loss grew instead of falling. The learning rate is too high for it.`,
  retry: 'Try again',
  lost: {
    'context-lost': 'The browser took the GPU away.',
    'worker-failed': 'The training worker stopped.',
  },
  goingOn: (step: string) => `Another worker takes over from step ${step}…`,
  wentOn: (step: string, where: string) =>
    `Nothing of yours is lost: the run was taken up at step ${step}, on the ${where}.`,
  restore: 'Back to the last good weights',
  restored: (step: string) =>
    `Back at the good weights of step ${step}. Choose a smaller learning rate under More.`,
} as const;
