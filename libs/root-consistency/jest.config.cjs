module.exports = { displayName: 'root-consistency', preset: '../../jest.preset.js' };
