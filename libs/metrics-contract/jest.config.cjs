module.exports = { displayName: 'metrics-contract', preset: '../../jest.preset.js' };
