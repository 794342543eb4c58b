module.exports = { displayName: 'requirements', preset: '../../jest.preset.js' };
