import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'
import './area.css'

/**
 * A text area that grows with what is written, by CSS. Ant Design's own way measures in a copy with an inline style, which the
 * content security policy forbids; a browser that does not know `field-sizing` scrolls inside the area.
 */
export function Area({ rows = 3, className = '', style, ...rest }: TextAreaProps) {
  return (
    <Input.TextArea
      {...rest}
      rows={rows}
      className={`area ${className}`}
      style={{ ...style, minHeight: `calc(${rows} * 1.6em + 10px)` }}
    />
  )
}
