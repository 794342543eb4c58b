module.exports = { displayName: 'reference-validator', preset: '../../jest.preset.js' };
