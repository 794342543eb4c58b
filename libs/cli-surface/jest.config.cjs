module.exports = { displayName: 'cli-surface', preset: '../../jest.preset.js' };
