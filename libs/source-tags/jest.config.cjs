module.exports = { displayName: 'source-tags', preset: '../../jest.preset.js' };
