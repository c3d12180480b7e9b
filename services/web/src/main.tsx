import { render } from 'preact';
import { App } from './components/app.js';
import { startRouter } from './state/router.js';
import './styles/base.css';
import './styles/layout.css';
import './styles/search.css';
import './styles/facets.css';
import './styles/article.css';
import './styles/page-pane.css';
import './styles/original.css';
import './styles/pipeline.css';
import './styles/push.css';

startRouter();
const root = document.getElementById('app');
if (root !== null) render(<App />, root);
