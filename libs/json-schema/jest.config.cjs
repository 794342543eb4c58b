module.exports = { displayName: 'json-schema', preset: '../../jest.preset.js' };
