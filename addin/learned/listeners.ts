// Tells whoever asked to be told. Knows not what.

export interface Listeners {
  tell(): void;
  /** Returns the way to stop. */
  add(callback: () => void): () => void;
}

export function listeners(): Listeners {
  const callbacks = new Set<() => void>();
  return {
    tell: () => callbacks.forEach((callback) => callback()),
    add: (callback) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
  };
}
