import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseClipanionPage } from './parse-clipanion-page';
import { CLIPANION_SIGNS } from './signs';

/** Programs built with clipanion. */
export const clipanion: Dialect = {
  id: 'clipanion',
  detect: (document) => scoreSigns(document, CLIPANION_SIGNS),
  parse: parseClipanionPage,
};
