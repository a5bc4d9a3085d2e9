// The first file that Node reads of `node local/main.ts`, which leads here. Older Nodes know no TypeScript, but read
// whatever ending in a CommonJS package as JavaScript: so this is both, and says which Node is needed.
{
  const needed = 24;
  if (Number(process.versions.node.split('.')[0]) >= needed)
    // The sources that follow are read from the cache, so it is opened before the first of them.
    import('../compile-cache.ts').then(({ openCompileCache }) => {
      openCompileCache();
      return import('../start.ts');
    });
  else {
    console.error(
      `Etapas cannot start: it needs Node ${needed} or newer, and this is ${process.version}; npm start brings the right one.` +
        ` · Etapas necesita Node ${needed} o posterior; npm start trae el adecuado.`,
    );
    process.exitCode = 1;
  }
}
