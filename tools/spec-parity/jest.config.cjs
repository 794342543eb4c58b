module.exports = { displayName: 'spec-parity', preset: '../../jest.preset.js' };
