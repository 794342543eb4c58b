import { macroArguments, roffText } from './roff-text';

const PLAIN = new Set(['Cm', 'Ic', 'Li', 'Sy', 'Nm', 'No', 'Pa', 'Va', 'Ql', 'Dq', 'Sq', 'Em']);
const PUNCTUATION = /^[,|;:.()[\]]$/;

interface Draft {
  text: string;
  /** The macro that the next word stands under. */
  macro: string;
  /** The next word follows without blank. */
  joins: boolean;
  closers: string;
}

/** The text of the arguments of an mdoc `.It`, values in angle brackets: `Fl f , Fl -file Ns = Ns Ar name`. */
export function mdocItem(text: string): string {
  const draft: Draft = { text: '', macro: '', joins: true, closers: '' };
  for (const word of macroArguments(text)) readWord(word, draft);
  return draft.text + draft.closers;
}

function readWord(word: string, draft: Draft): void {
  if (word === 'Fl' || word === 'Ar' || PLAIN.has(word)) draft.macro = word;
  else if (word === 'Ns') draft.joins = true;
  else if (word === 'Op' || word === 'Oo') {
    draft.text += draft.joins ? '[' : ' [';
    draft.joins = true;
    draft.closers += ']';
  } else if (word !== 'Xo' && word !== 'Xc') append(draft, render(word, draft.macro));
}

function append(draft: Draft, piece: string): void {
  draft.text += draft.joins || PUNCTUATION.test(piece) ? piece : ` ${piece}`;
  draft.joins = false;
}

function render(word: string, macro: string): string {
  if (PUNCTUATION.test(word) || word === '=') return word;
  const text = roffText(word);
  if (macro === 'Fl') return `-${text}`;
  return macro === 'Ar' ? `<${text}>` : text;
}
