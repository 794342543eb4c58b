module.exports = { displayName: 'openapi-routing', preset: '../../jest.preset.js' };
