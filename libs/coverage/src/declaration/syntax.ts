import type { parse } from '@babel/parser';

/** The syntax tree as the parser's own types have it; several versions of the tree's package may be installed. */
export type Program = ReturnType<typeof parse>['program'];
export type Statement = Program['body'][number];
export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression'];
export type ExpressionOf<T extends Expression['type']> = Extract<Expression, { type: T }>;
export type ObjectExpression = ExpressionOf<'ObjectExpression'>;
export type SpreadElement = Extract<ObjectExpression['properties'][number], { type: 'SpreadElement' }>;
export type ObjectProperty = Extract<ObjectExpression['properties'][number], { type: 'ObjectProperty' }>;
export type VariableDeclaration = Extract<Statement, { type: 'VariableDeclaration' }>;
