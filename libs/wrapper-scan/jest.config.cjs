module.exports = { displayName: 'wrapper-scan', preset: '../../jest.preset.js' };
