import './index.scss'
import { Icon } from '../Icon'

type Props = { url: string; word: string; name?: string }

/** A file on the web: a link, because a browser opens no window that the tap itself did not ask for. */
export function FileLink({ url, word, name }: Props) {
  return (
    <a
      className="tap btn btn-soft btn-sm file-link"
      href={url}
      target="_blank"
      rel="noreferrer"
      download={name}
    >
      <Icon name="paper" />
      <span>{word}</span>
    </a>
  )
}
