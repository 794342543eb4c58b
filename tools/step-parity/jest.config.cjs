module.exports = { displayName: 'step-parity', preset: '../../jest.preset.js' };
