module.exports = { displayName: 'structured-text', preset: '../../jest.preset.js' };
