module.exports = { displayName: 'coverage', preset: '../../jest.preset.js' };
