/** Parts of Pyodide that come without types: its loader as a module of its own, and the compiled program's. */
declare module 'pyodide/pyodide.mjs' {
  export { loadPyodide } from 'pyodide';
}
declare module 'pyodide/pyodide.asm.mjs' {
  const createPyodideModule: unknown;
  export default createPyodideModule;
}
