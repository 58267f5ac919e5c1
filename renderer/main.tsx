import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { connectSession } from './app/connectSession.ts'
import { ErrorBoundary } from './app/ErrorBoundary.tsx'
import { Session, SessionProvider } from './store/session.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root element')
const session = new Session()
connectSession(session)
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <SessionProvider value={session}>
        <App />
      </SessionProvider>
    </ErrorBoundary>
  </StrictMode>,
)
