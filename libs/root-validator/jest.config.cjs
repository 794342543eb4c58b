module.exports = { displayName: 'root-validator', preset: '../../jest.preset.js' };
