module.exports = { displayName: 'surface-units', preset: '../../jest.preset.js' };
