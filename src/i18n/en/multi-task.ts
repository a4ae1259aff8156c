/** English: the multi-task lab's name, question and summary. The rest of its words come with its code. */
export const multiTask = {
  name: 'Multi-task',
  question: 'Should two tasks share a body?',
  summary:
    'One network is asked two things of a digit, and of the second it knows few answers. Let the two tasks share a trunk, or not: one question gains from it, another loses.',
} as const;
