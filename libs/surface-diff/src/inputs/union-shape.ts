import { flag, listOf, literal, nullable, recordOf, text, type Shape } from '@fixpoint/structured-text';

const texts = listOf(text);
const optionalText = nullable(text);
const optionalFlag = nullable(flag);

const unit = { available_on: texts };
const facts = { default: optionalText, choices: nullable(texts), env: optionalText };

const flagShape = recordOf({
  required: { key: text, takes_value: flag, ...unit },
  optional: {
    ...facts,
    long: optionalText,
    short: optionalText,
    value_name: optionalText,
    value_names: nullable(texts),
    aliases: nullable(texts),
    description: optionalText,
    stability: optionalText,
    hidden: optionalFlag,
    required: optionalFlag,
    repeatable: optionalFlag,
    value_optional: optionalFlag,
    value_attached: optionalFlag,
  },
});

const argShape = recordOf({
  required: { name: text, required: flag, variadic: flag, ...unit },
  optional: { ...facts, note: optionalText },
});

const conflictShape = recordOf({
  required: { unit: text, field: text, values_by_target: recordOf({ required: {} }) },
});

const commandShape = recordOf({
  required: { path: texts, ...unit },
  optional: {
    about: optionalText,
    usage: optionalText,
    stability: optionalText,
    aliases: nullable(texts),
    hidden: optionalFlag,
    folded_flags: nullable(texts),
    flags: nullable(listOf(flagShape)),
    args: nullable(listOf(argShape)),
    conflicts: nullable(listOf(conflictShape)),
  },
});

/** The shape of `union.json` as far as a comparison reads it; more keys are welcome. */
export const UNION_SHAPE: Shape = recordOf({
  required: {
    snapshot_schema_version: literal(2),
    tool: text,
    mode: literal('union'),
    inputs: listOf(recordOf({ required: { target_triple: text } }), { minimum: 1 }),
    commands: listOf(commandShape),
  },
});
