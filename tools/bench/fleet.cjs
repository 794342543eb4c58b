const { resolve } = require('node:path');

process.env.TS_NODE_PROJECT = resolve(__dirname, '../../tsconfig.base.json');
require('@swc-node/register');
const { runFleet } = require('./src/fleet-process.ts');

void runFleet(process.argv[2]).then((record) => process.stdout.write(JSON.stringify(record)));
