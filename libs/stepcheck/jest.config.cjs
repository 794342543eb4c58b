module.exports = { displayName: 'stepcheck', preset: '../../jest.preset.js' };
