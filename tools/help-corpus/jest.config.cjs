module.exports = { displayName: 'help-corpus', preset: '../../jest.preset.js' };
