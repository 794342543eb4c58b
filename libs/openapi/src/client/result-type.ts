import type { AnswerModel, MediaModel, OperationModel } from './operation-model';

/** The type of what an operation's function gives: one member for every declared status and representation. */
export function resultType(operation: OperationModel): string {
  const members = operation.answers.flatMap((answer) => {
    const status = statusType(answer.status, operation.answers);
    if (answer.media.length === 0) return [`Answer<${status}, undefined, undefined>`];
    return answer.media.map(
      (media) => `Answer<${status}, ${JSON.stringify(media.type)}, ${answerBody(operation, answer, media)}>`,
    );
  });
  const union = members.length === 0 ? ' never' : members.map((member) => `\n  | ${member}`).join('');
  return `export type ${operation.typeName}Result =${union};`;
}

/** The statuses that an entry stands for: of a range, those without an entry of their own; of `default`, all without one. */
function statusType(status: string, answers: readonly AnswerModel[]): string {
  const others = answers.map((answer) => answer.status).filter((other) => other !== status);
  const exact = others.filter((other) => /^\d{3}$/.test(other));
  if (status.toLowerCase() === 'default') {
    const ranges = others.filter((other) => /^\dXX$/i.test(other)).map(rangeType);
    return exclude('Status', [...exact, ...ranges]);
  }
  if (/^\d{3}$/.test(status)) return status;
  return exclude(
    rangeType(status),
    exact.filter((other) => other[0] === status[0]),
  );
}

function rangeType(status: string): string {
  return `StatusRange<${status[0]}>`;
}

function exclude(all: string, others: readonly string[]): string {
  return others.length === 0 ? all : `Exclude<${all}, ${others.join(' | ')}>`;
}

function answerBody({ typeName }: OperationModel, { status }: AnswerModel, media: MediaModel): string {
  const { type, kind, events } = media;
  const schema = `${typeName}Operation["responses"][${JSON.stringify(status)}]["content"][${JSON.stringify(type)}]`;
  if (kind === 'json') return schema;
  if (kind === 'events') {
    return `AsyncGenerator<${events === undefined ? 'UntypedEvent' : `${schema}[number]`}, void, undefined>`;
  }
  return kind === 'bytes' || kind === 'multipart' ? 'Blob' : 'string';
}
