/** English: the shell around the labs: header, gallery, settings, failures. */
export const app = {
  name: 'Tied',
  close: 'Close',
  skipToContent: 'Skip to the lab',
  labs: 'Labs',
  settings: 'Settings',
  pageTitle: (lab: string) => `${lab} · Tied`,
  gallery: {
    title: 'One set of weights, many jobs.',
    leadBefore: 'Twenty-five weights can read this whole picture. Press ',
    leadAfter: ' and watch them do it.',
    go: 'Slide it',
    minutes: (minutes: number) => `about ${minutes} min`,
    real: 'The networks train in this tab: every number comes from a run on your device.',
    privacy: 'Nothing is sent anywhere.',
    open: (question: string) => `Open the lab: ${question}`,
  },
  settingsDialog: {
    title: 'Settings',
    theme: 'Theme',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
    motion: 'Motion',
    motions: { auto: 'As the system', reduce: 'Reduced' },
    backend: 'Train on',
    backends: { auto: 'Automatic', webgl: 'GPU (WebGL)', cpu: 'CPU' },
    backendNote:
      'Automatic takes the GPU where it is real and exact, else the CPU. A change starts a new run.',
  },
  crash: {
    title: 'This part of the page stopped working.',
    lead: 'Your settings are in the address and are kept. Reload the page to go on.',
    reload: 'Reload',
    details: 'Technical details',
  },
  loadFailed: {
    title: 'The lab could not be loaded.',
    lead: 'Check the connection, then try again. Nothing of yours is lost.',
    retry: 'Try again',
  },
  partFailed: 'This part could not be loaded. Check the connection.',
  loading: 'Opening the lab',
  unknownLab: (lab: string) => `There is no lab called “${lab}”. These are the labs:`,
} as const;
