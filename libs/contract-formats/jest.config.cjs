module.exports = { displayName: 'contract-formats', preset: '../../jest.preset.js' };
