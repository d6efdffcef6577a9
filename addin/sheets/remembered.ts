// A function of texts that keeps its answers: texts repeat all over a sheet, and every form asks about each of them.

const memory = 20_000;
/** Longer texts are remarks, which do not repeat. */
const longest = 100;

export function remembered<Answer>(answerOf: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return answerOf(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = answerOf(text);
    if (known.size >= memory) known.clear();
    known.set(text, answer);
    return answer;
  };
}
