module.exports = { displayName: 'parity', preset: '../../jest.preset.js' };
