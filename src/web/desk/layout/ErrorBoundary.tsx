import { Component, type ErrorInfo, type ReactNode } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { NotFound } from './NotFound.tsx'
import { Trouble } from './Trouble.tsx'

/** For the router: a page that threw, or a chunk that did not load. The frame around it stays usable. */
export function PageBroke() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return <Trouble error={error} onRetry={() => window.location.reload()} />
}

interface State {
  readonly error: unknown
}

/** The last net, around everything. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidCatch(error: unknown, details: ErrorInfo): void {
    console.error(error, details.componentStack)
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return <Trouble error={this.state.error} onRetry={() => window.location.reload()} />
  }
}
