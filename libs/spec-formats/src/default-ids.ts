/** What ids look like where nobody says otherwise: letters and digits in parts, the last one of three digits or more. */
export const DEFAULT_IDS: readonly string[] = ['[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[0-9]{3,}'];
