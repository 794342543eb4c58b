module.exports = { displayName: 'surface-diff', preset: '../../jest.preset.js' };
