/** English: the name, question and summary of Transfer. The rest of its words come with its code. */
export const transfer = {
  name: 'Transfer',
  question: 'Can weights learned for one job serve another?',
  summary:
    'Train a trunk on the digits 0 to 4 and lend it to a network that learns 5 to 9 from a handful of examples: frozen, fine-tuned, or not at all.',
} as const;
