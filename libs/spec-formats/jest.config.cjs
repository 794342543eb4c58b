module.exports = { displayName: 'spec-formats', preset: '../../jest.preset.js' };
