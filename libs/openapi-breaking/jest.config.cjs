module.exports = { displayName: 'openapi-breaking', preset: '../../jest.preset.js' };
