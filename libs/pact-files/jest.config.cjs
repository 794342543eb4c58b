module.exports = { displayName: 'pact-files', preset: '../../jest.preset.js' };
