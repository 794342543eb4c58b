/** Types of nodes that stand around an expression and change nothing of what it gives. */
export const WRAPPER_TYPES = [
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TypeCastExpression',
] as const;
