// One line of refusal beside what was tried, gone after a while or at the next press.

let timer: ReturnType<typeof setTimeout> | undefined;

export function showTip(text: string, beside: HTMLElement): void {
  const tip = document.getElementById('tip')!;
  const box = beside.getBoundingClientRect();
  tip.textContent = text;
  tip.hidden = false;
  tip.style.left = `${Math.max(8, Math.min(box.left + 60, innerWidth - 340))}px`;
  tip.style.top = `${Math.max(52, Math.min(box.top + 40, innerHeight - 80))}px`;
  clearTimeout(timer);
  timer = setTimeout(() => { tip.hidden = true; }, 6000);
  addEventListener('pointerdown', () => { tip.hidden = true; }, { once: true, capture: true });
}
