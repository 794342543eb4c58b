module.exports = { displayName: 'acquisition', preset: '../../jest.preset.js' };
