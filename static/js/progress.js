// The page of a run at work: asks every two seconds how far it is, and loads anew when that changes
// what can be done. Without this file "Look again" does the same.

const place = document.querySelector("[data-progress]");
const PAUSE = 2000;

/** Shows how far it is; a server that is away for a moment is asked again. */
async function look() {
  try {
    const answer = await fetch(place.dataset.progress);
    if (answer.ok && answer.headers.get("X-Run-State") !== place.dataset.state) return location.reload();
    if (answer.ok) place.innerHTML = await answer.text();
  } catch {
    // Nothing is lost: the run goes on without anybody looking.
  }
  setTimeout(look, document.hidden ? PAUSE * 5 : PAUSE);
}

if (place) setTimeout(look, PAUSE);
