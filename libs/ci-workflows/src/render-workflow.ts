import { Document } from 'yaml';

const HEADER =
  ' Made by `nx g @fixpoint/nx:ci-workflow`; generate it again instead of editing it.\n Every input reaches the shell through the environment, never as part of a script.';

/** The text of a workflow. */
export function renderWorkflow(workflow: object): string {
  const document = new Document(workflow);
  document.commentBefore = HEADER;
  return document.toString({ lineWidth: 0, singleQuote: true });
}
