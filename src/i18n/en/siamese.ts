/** English: the Siamese lab's name, question and summary. The rest of its words come with its code. */
export const siamese = {
  name: 'Siamese',
  question: 'Are these the same person?',
  summary:
    'Two faces go through two towers and become two points. Let the towers share their weights, or not, and swap the faces: does the answer hold?',
} as const;
