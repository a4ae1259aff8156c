/** English: the Recurrent lab's name, question and summary. The rest of its words come with its code. */
export const recurrent = {
  name: 'Recurrent',
  question: 'Why can one cell read a word of any length?',
  summary:
    'One cell reads a word letter by letter and says which language it is from. Train it against a cell for every letter, then give both a longer word.',
} as const;
