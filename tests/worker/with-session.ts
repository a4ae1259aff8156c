/** A driven host whose sessions are fakes that write down what is asked of them. */
import { driveHost } from './drive-host';
import { type FakeSession, fakeSession } from './fake-session';

export function withSession(
  ...lossAt: Parameters<typeof fakeSession> extends [unknown, ...infer Rest] ? Rest : never
) {
  const sessions: FakeSession[] = [];
  const driven = driveHost({
    session(spec) {
      const session = fakeSession(spec, ...lossAt);
      sessions.push(session);
      return session;
    },
  });
  const session = () => {
    const last = sessions.at(-1);
    if (!last) throw new Error('No session was made.');
    return last;
  };
  return { ...driven, session };
}

export const trainCalls = (session: FakeSession) => session.calls.filter((call) => call.startsWith('train'));
