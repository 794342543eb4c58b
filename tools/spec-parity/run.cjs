const { resolve } = require('node:path');

process.env.TS_NODE_PROJECT = resolve(__dirname, '../../tsconfig.base.json');
require('@swc-node/register');
require('./src/main.ts');
