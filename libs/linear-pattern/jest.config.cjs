module.exports = { displayName: 'linear-pattern', preset: '../../jest.preset.js' };
