module.exports = { displayName: 'contract-parity', preset: '../../jest.preset.js' };
