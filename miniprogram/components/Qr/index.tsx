import './index.scss'
import { Image } from '@tarojs/components'
import { useMemo } from 'react'
import { aria } from '../../platform/aria'
import { qrPicture } from './picture'

/** A QR code of a text; `label` says to a screen reader what it is. */
export function Qr({ text, label }: { text: string; label: string }) {
  const picture = useMemo(() => qrPicture(text), [text])
  return <Image className="qr" src={picture} mode="aspectFit" {...aria({ role: 'img', label })} />
}
