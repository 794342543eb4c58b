/** A place where a value does not fit a schema of a document. */
export interface SchemaProblem {
  /** JSON pointer in the value; of the key itself where a key is not allowed. */
  readonly pointer: string;
  /** What is wrong, as a sentence that goes on after the name of the value: `must be a string`. */
  readonly message: string;
  /** Where the document says so. */
  readonly rule: { readonly file: string; readonly pointer: string };
}
