// What is new in a thread since this device was here, for readers without a session. It stays on the
// device: a time for each thread, forgotten after a season.
const LIFE = 90 * 24 * 3600 * 1000;
const VISIT = 30 * 60 * 1000;
const KEY = "visits";

const thread = document.querySelector("#thread");
const comments = thread ? [...thread.querySelectorAll("article.comment[id]")] : [];

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

function note(visits, place, visit) {
  const now = Date.now();
  const kept = Object.entries(visits).filter(([, each]) => now - each.seen < LIFE);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...Object.fromEntries(kept), [place]: visit }));
  } catch {
    // Storage is full or forbidden: then nothing is marked the next time.
  }
}

function writtenAt(comment) {
  return Date.parse(comment.querySelector("header time")?.dateTime ?? "");
}

function link(text, target) {
  const found = document.createElement("a");
  found.href = `#${target.id}`;
  found.textContent = text;
  return found;
}

function mark(fresh) {
  fresh.forEach((comment, number) => {
    const sign = document.createElement("b");
    sign.className = "new-mark";
    sign.textContent = "New";
    const parts = [sign];
    if (fresh[number + 1]) parts.push(link("Next new", fresh[number + 1]));
    comment.querySelector("footer")?.prepend(...parts);
  });
  const line = document.createElement("p");
  line.className = "unread-note";
  const count = document.createElement("b");
  count.textContent = fresh.length === 1 ? "1 comment on this page is new" : `${fresh.length} comments on this page are new`;
  line.append(count, " since you were here. ", link("Go to the first", fresh[0]));
  thread.querySelector("h2").after(line);
}

if (comments.length && !thread.querySelector(".unread-note")) {
  const place = location.pathname;
  const visits = read();
  const before = visits[place];
  const now = Date.now();
  const since = before && (now - before.seen > VISIT ? before.seen : before.since);
  note(visits, place, { seen: now, since: since ?? now });
  const fresh = since ? comments.filter((comment) => writtenAt(comment) > since) : [];
  if (fresh.length) mark(fresh);
}
