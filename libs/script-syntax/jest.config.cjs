module.exports = { displayName: 'script-syntax', preset: '../../jest.preset.js' };
