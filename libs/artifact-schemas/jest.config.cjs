module.exports = { displayName: 'artifact-schemas', preset: '../../jest.preset.js' };
