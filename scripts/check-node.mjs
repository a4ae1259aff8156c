/** Stops with a plain sentence on a Node that is too old. Imported first, so it uses nothing new itself. */
var version = process.versions.node.split('.').map(Number);
var major = version[0] || 0;
var minor = version[1] || 0;

if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
  console.error(
    'Tied needs Node 20.19 or newer in the 20 line, or 22.12 or newer. This is Node ' +
      process.versions.node +
      '.',
  );
  console.error('Get a current one from https://nodejs.org and try again.');
  process.exit(1);
}
