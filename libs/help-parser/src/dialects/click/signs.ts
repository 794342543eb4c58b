import type { Sign } from '../signs';

/** The help row and the remarks of click and typer, and the boxes of rich in which typer and rich-click put their tables. */
export const CLICK_SIGNS: readonly Sign[] = [
  { weight: 0.2, pattern: /^Usage: \S.*\[OPTIONS\]/ },
  { weight: 0.5, pattern: /^(?:-\w, )?--help(?:, -\w)? {2,}Show this message\b/ },
  { weight: 0.5, pattern: /^[╭┌┏╔]─? ?.*[─━═][╮┐┓╗]$/u },
  { weight: 0.3, pattern: /^[│┃║].*--help.* Show this\b/u },
  { weight: 0.2, pattern: /^-.* \/ --no-\S/ },
  { weight: 0.2, pattern: /\[env var: / },
  { weight: 0.3, pattern: /^Usage: \S.*\[OPTIONS\] COMMAND \[ARGS\]\.\.\./ },
];
