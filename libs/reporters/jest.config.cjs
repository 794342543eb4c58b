module.exports = { displayName: 'reporters', preset: '../../jest.preset.js' };
