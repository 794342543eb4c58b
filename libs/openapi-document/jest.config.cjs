module.exports = { displayName: 'openapi-document', preset: '../../jest.preset.js' };
