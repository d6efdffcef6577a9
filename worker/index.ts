// The Worker's entry: the app with its own clock and randomness.

import { createApp } from './app.ts';

export default createApp();
