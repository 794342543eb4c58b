module.exports = { displayName: 'repository', preset: '../../jest.preset.js' };
