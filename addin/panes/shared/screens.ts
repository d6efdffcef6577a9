// The screens of shared workbooks and the check-up: one part, loaded together with their styles.

import '../styles/shared.css';
import '../styles/conflicts.css';

export { CheckUp } from './check-up.tsx';
export { Conflicts } from './conflicts.tsx';
export { History } from './history.tsx';
export { News } from './news.tsx';
export { Questions } from './questions.tsx';
