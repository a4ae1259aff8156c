/** A button in one of three weights. Everything else is the native element's. */
import type { ButtonHTMLAttributes } from 'react';
import './button.css';

export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: 'main' | 'plain' | 'quiet' }) {
  return <button type="button" {...rest} className={`button button-${look} ${className}`} />;
}
