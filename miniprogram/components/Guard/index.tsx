import { Component, type PropsWithChildren } from 'react'
import { cloudWords } from '../../words/cloud'
import { ErrorState } from '../ErrorState'

type State = { isBroken: boolean }

/**
 * Keeps a fault in one part of a page from leaving a white screen: the bar and the tabs stay, and the person is
 * told. React itself writes the fault to the console, where WeChat's monitoring picks it up.
 */
export class Guard extends Component<PropsWithChildren, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <ErrorState
        title={cloudWords.title}
        text={cloudWords.unexpected}
        onRetry={() => this.setState({ isBroken: false })}
      />
    )
  }
}
