module.exports = { displayName: 'openapi-schema', preset: '../../jest.preset.js' };
