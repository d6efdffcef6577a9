// The pane's line icons, drawn on 16 (or 12) units. Decoration only: whatever they say is said in words too.

const large = {
  back: 'M10 3 5 8l5 5',
  tick: 'm3 8.5 3.2 3L13 4.5',
  done: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M5.3 8.2l1.9 1.8 3.5-3.8',
  todo: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0',
  running: 'M8 2.5A5.5 5.5 0 0 1 13.5 8',
  sync: 'M3 6.5A5.3 5.3 0 0 1 12.6 5M13 9.5A5.3 5.3 0 0 1 3.4 11M12.8 2.4V5.2H10M3.2 13.6v-2.8H6',
  card: 'M3 3h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1M4.5 6.2h3M4.5 9.2h7',
  list: 'M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1M2.5 6h11M6.5 6v7.5',
  warning: 'M8 2.2 14.2 13H1.8zM8 6.4v3M8 11.3v.1',
  arrived: 'M8 2.5v7M5 6.8l3 3 3-3M2.5 13.5h11',
  alert: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M8 4.8v3.8M8 11v.1',
} as const;

const small = {
  onward: 'm4.5 2.5 4 3.5-4 3.5',
  earlier: 'M7.5 2.5 4 6l3.5 3.5',
  leads: 'M1.5 6h8M6.5 3l3 3-3 3',
  later: 'M4.5 2.5 8 6l-3.5 3.5',
} as const;

export function Icon({ name }: { name: keyof typeof large | keyof typeof small }) {
  if (name in small) {
    return (
      <svg class="icon small" viewBox="0 0 12 12" aria-hidden="true">
        <path d={small[name as keyof typeof small]} />
      </svg>
    );
  }
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {name === 'running' && <circle cx="8" cy="8" r="5.5" opacity=".25" />}
      <path class={name === 'running' ? 'spin' : undefined} d={large[name as keyof typeof large]} />
    </svg>
  );
}
