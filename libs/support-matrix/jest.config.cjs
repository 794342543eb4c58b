module.exports = { displayName: 'support-matrix', preset: '../../jest.preset.js' };
