module.exports = { displayName: 'checks', preset: '../../jest.preset.js', testTimeout: 180_000 };
