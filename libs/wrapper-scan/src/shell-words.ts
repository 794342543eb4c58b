import type { Sequence, TextPart, TextValue } from './value';
import { EMPTY, mapElements, sequenceOf } from './sequence';

/** Characters that end a simple command of a shell; a redirection's target is no argument. */
const OPERATORS = new Set(['|', '&', ';', '\n', '(', ')']);
const REDIRECTIONS = new Set(['<', '>']);

/** A string cut into words as a shell would, up to the first operator. */
export function splitWords(text: TextValue): Sequence {
  return splitCommands(text)[0] ?? EMPTY;
}

/** A shell line as its simple commands, each a list of words; quotes are taken away, names of variables are not known. */
export function splitCommands(text: TextValue): Sequence[] {
  const line = new Line();
  for (const part of text.parts) {
    if (part.kind === 'static') line.addText(part);
    else if (part.kind === 'words') line.addWords(part.sequence);
    else line.addPiece(part);
  }
  return line.commands();
}

/** A list of pieces of a command line, each of which may hold several words. */
function wordsIn(sequence: Sequence): Sequence {
  return mapElements(sequence, (value) => {
    return value.kind === 'text' ? splitWords(value) : { kind: 'item', value };
  });
}

class Line {
  private readonly done: Sequence[] = [];
  private words: Sequence[] = [];
  private word: TextPart[] | undefined;
  private quote: string | undefined;
  private skipsWord = false;

  addText(part: TextPart & { kind: 'static' }): void {
    let from = -1;
    const cut = (to: number): void => {
      if (from >= 0 && to > from)
        this.addPiece({ ...part, text: part.text.slice(from, to), offset: part.offset + from });
      from = -1;
    };
    for (let at = 0; at < part.text.length; at++) {
      const character = part.text[at] as string;
      if (!this.isPlain(character)) {
        cut(at);
        this.meet(character);
      } else if (from < 0) from = at;
    }
    cut(part.text.length);
  }

  addPiece(piece: TextPart): void {
    this.word = [...(this.word ?? []), piece];
  }

  addWords(sequence: Sequence): void {
    this.endWord();
    this.words.push(wordsIn(sequence));
  }

  commands(): Sequence[] {
    this.endCommand();
    return this.done;
  }

  private isPlain(character: string): boolean {
    if (this.quote) return character !== this.quote;
    return !/[\s'"]/.test(character) && !OPERATORS.has(character) && !REDIRECTIONS.has(character);
  }

  private meet(character: string): void {
    if (this.quote) this.quote = undefined;
    // `2>&1`: the target of a redirection, not an operator.
    else if (character === '&' && this.skipsWord && !this.word) return;
    else if (character === '"' || character === "'") {
      this.quote = character;
      this.word ??= [];
    } else if (OPERATORS.has(character)) this.endCommand();
    else {
      // The digit of `2>file` belongs to the redirection.
      if (REDIRECTIONS.has(character) && this.isDigit()) this.word = undefined;
      this.endWord();
      if (REDIRECTIONS.has(character)) this.skipsWord = true;
    }
  }

  private isDigit(): boolean {
    const [part] = this.word ?? [];
    return this.word?.length === 1 && part?.kind === 'static' && /^\d$/.test(part.text);
  }

  private endWord(): void {
    if (this.word && !this.skipsWord)
      this.words.push({ kind: 'item', value: { kind: 'text', parts: this.word } });
    if (this.word) this.skipsWord = false;
    this.word = undefined;
  }

  private endCommand(): void {
    this.endWord();
    if (this.words.length > 0) this.done.push(sequenceOf(this.words, true));
    this.words = [];
  }
}
