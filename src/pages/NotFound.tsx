import { useTitle } from './use-title.ts';

export function NotFound({ path }: { readonly path: string }) {
  useTitle('Not found');
  return (
    <main id="main" className="page" tabIndex={-1}>
      <h1>There is nothing here</h1>
      <p className="lead">
        No page has the address <code>#/{path}</code>. All challenges are on <a href="#/">the first page</a>.
      </p>
    </main>
  );
}
