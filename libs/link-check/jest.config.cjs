module.exports = { displayName: 'link-check', preset: '../../jest.preset.js' };
