/*
 * The launch page of a SCORM 1.2 package: finds the course system's API, says that the learner has begun, listens to
 * the lab in the frame and says when the learner is done. Goes into the package as it stands: a plain script, no
 * imports. Without an API (the folder opened by hand) the lab runs all the same.
 */
(() => {
  const MOST_PARENTS = 10;
  const begun = Date.now();
  const frame = document.querySelector('iframe');
  const doneWhen = document.body.dataset.doneWhen;

  /** The API is an object `API` of a frame or window around this one. Reading a foreign one throws. */
  function apiAround(start) {
    try {
      for (let place = start, tries = 0; place && tries < MOST_PARENTS; place = place.parent, tries++) {
        if (place.API) return place.API;
        if (place.parent === place) return null;
      }
    } catch {
      // Another origin: there is no way to talk to it.
    }
    return null;
  }

  const api = apiAround(window) ?? (window.opener ? apiAround(window.opener) : null);
  // Course systems answer with the text or, against the letter, with the value.
  if (!api || String(api.LMSInitialize('')) !== 'true') return;

  const isDone = () => /^(completed|passed)$/.test(api.LMSGetValue('cmi.core.lesson_status'));

  function report(status) {
    if (isDone()) return;
    api.LMSSetValue('cmi.core.lesson_status', status);
    api.LMSCommit('');
  }

  /** HHHH:MM:SS, as SCORM 1.2 writes a length of time. */
  function elapsed() {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    const two = (number) => String(number).padStart(2, '0');
    const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
    return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  report(doneWhen === 'opened' ? 'completed' : 'incomplete');

  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data?.ns !== 'tied' || data.type !== 'metrics') return;
    const { step, steps, running } = data.payload ?? {};
    if (running === false && step > 0 && step >= steps) report('completed');
  });

  let finished = false;
  addEventListener('pagehide', () => {
    if (finished) return;
    finished = true;
    api.LMSSetValue('cmi.core.session_time', elapsed());
    api.LMSCommit('');
    api.LMSFinish('');
  });
})();
