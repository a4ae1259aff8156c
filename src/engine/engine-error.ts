/** An error of the engine that names its kind, with the codes of the worker's failure events. */
export class EngineError extends Error {
  readonly code: 'context-lost' | 'data-failed' | 'bad-message';

  constructor(code: EngineError['code'], message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}
