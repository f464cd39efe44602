/** The panel before its first view has come: its own ground, its name, and nothing that will move. */
export function Loading() {
  return (
    <main class="panel" aria-busy="true">
      <header class="head">
        <div class="bar">
          <h1>Waymark</h1>
        </div>
      </header>
      <div class="body" />
      <footer class="foot" />
    </main>
  );
}
