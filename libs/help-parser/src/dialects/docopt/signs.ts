import { clamp, type Sign, sumSigns } from '../signs';
import type { HelpDocument } from '../dialect';

const SIGNS: readonly Sign[] = [
  { weight: 0.1, pattern: /^usage:$/i, atMargin: true },
  // docopt needs no comma between the spellings of an option; no other library leaves it out.
  { weight: 0.4, pattern: /^-\w --[\w-]+(?:[= ]\S+)?(?: {2,}|$)/ },
  { weight: 0.1, pattern: /\[default: [^\]]+\]/ },
  // Headings and sentences of other libraries.
  {
    weight: -0.6,
    pattern: /^(?:Available Commands|Flags|Global Flags|Positionals|positional arguments):$/,
    atMargin: true,
  },
  {
    weight: -0.5,
    pattern: /show this help message and exit|\[(?:boolean|string|number|array|count)\]|Show help$/,
  },
];
const HELP_FORM = /^[[(]?(?:-h ?\| ?)?--(?:help|version)(?: ?\| ?(?:--version|--help))?[\])]?$/;
const HELP_FORM_WEIGHT = 0.4;
const FORMS_WEIGHT = 0.1;

/** How much a page looks like one of docopt, whose usage lines are the grammar: one of them is for `--help` alone. */
export function detectDocopt(document: HelpDocument): number {
  const forms = document.usage?.forms ?? [];
  const rests = forms.map((form) => form.slice(form.indexOf(' ') + 1));
  const hasHelpForm = forms.length > 1 && rests.some((rest) => HELP_FORM.test(rest));
  const shapes = (hasHelpForm ? HELP_FORM_WEIGHT : 0) + (forms.length > 1 ? FORMS_WEIGHT : 0);
  return clamp(shapes + sumSigns(document, SIGNS));
}
