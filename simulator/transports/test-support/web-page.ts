// The outer page of the browser test: a simulated Excel on the web with the task pane in an iframe.
import { ExcelHost } from '../../host.ts';
import { embedTaskPane } from '../web.ts';

const host = new ExcelHost();
embedTaskPane(host, document.body, '/pane.html');
Object.assign(window, { host });
