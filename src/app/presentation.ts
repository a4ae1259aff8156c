/** How this page is presented, as its query says: once for its whole life. */
import { parseQuery } from '../spec/parse-query';

export const { presentation, notes: queryNotes } = parseQuery(location.search);
