module.exports = { displayName: 'artifact-lock', preset: '../../jest.preset.js' };
