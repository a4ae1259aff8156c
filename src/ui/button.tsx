/** A button in one of three weights. Everything else is the native element's. */
import type { ComponentPropsWithRef } from 'react';
import './button.css';

export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ComponentPropsWithRef<'button'> & { readonly look?: 'main' | 'plain' | 'quiet' }) {
  return <button type="button" {...rest} className={`button button-${look} ${className}`} />;
}
