// Not named jest.config.cjs: these tests need the packed plugin and belong to no `test` target.
module.exports = {
  displayName: 'e2e',
  preset: '../../jest.preset.js',
  testMatch: ['**/*.e2e.ts'],
  testTimeout: 180_000,
};
