module.exports = { displayName: 'help-parser', preset: '../../jest.preset.js' };
