module.exports = { displayName: 'workspace-io', preset: '../../jest.preset.js' };
