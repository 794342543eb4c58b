module.exports = { displayName: 'surface-formats', preset: '../../jest.preset.js' };
