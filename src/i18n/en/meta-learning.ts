/** English: the Meta-learning lab's name, question and summary. The rest of its words come with its code. */
export const metaLearning = {
  name: 'Meta-learning',
  question: 'Can tasks share a starting point?',
  summary:
    'Ten points of a wave, five small steps. Where do they lead from a random start, and where from one that many tasks have shared?',
} as const;
