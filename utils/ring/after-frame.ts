/**
 * Calls back when the next frame has been laid out. Before, the control may have been scrolled
 * already and what is anchored to it not yet.
 */
export function afterFrame(work: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      work();
    };
    port2.postMessage(0);
  });
}
