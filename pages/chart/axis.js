// The axis of time above the lanes: it stays in sight while they scroll, and moves with every drag.

const DAY = 86400000, TICK = 56;
const YEARS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000], MONTHS = [1, 2, 3, 6], DAYS = [1, 2, 5, 10];
const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function utc(year, month = 0, day = 1) {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

// Milliseconds of a time as Plotly has it: a number, or "2021-08-30 12:30". Date.parse knows neither -0043 nor 0069.
function timeOf(at) {
  if (typeof at === "number") return at;
  const [, year, month = 1, day = 1, hour = 0, minute = 0, second = 0] =
    /^(-?\d+)(?:-(\d+))?(?:-(\d+))?(?:[ T](\d+))?(?::(\d+))?(?::([\d.]+))?/.exec(at) ?? [null, NaN];
  return utc(Number(year), month - 1, Number(day)) + ((hour * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

// Years are those of ISO 8601: 0 is 1 BC. Before year 1000 a number alone is no year to anybody.
function sayYear(year) {
  return year < 1 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : String(year);
}

// The moments to mark between two times, so many at most, each with its words; a date may never look more exact than it is.
function findTicks(start, end, most) {
  const first = new Date(start), days = (end - start) / DAY, ticks = [];
  const step = DAYS.find((step) => days / step <= most);
  const months = step ? null : MONTHS.find((step) => days / 30.4 / step <= most);
  const add = (at, words) => { if (at >= start && at <= end) ticks.push([at, words, new Date(at).getUTCFullYear()]); };
  if (step) {
    for (let at = Math.ceil(start / DAY) * DAY; at <= end; at += DAY) {
      const date = new Date(at), day = date.getUTCDate();
      if (step === 1 || (step === 2 ? Math.round(at / DAY) % 2 === 0 : day === 1 || (day % step === 1 && day < 31 - step / 2) || (step === 5 && day === 26))) {
        add(at, `${day} ${MONTH_NAMES[date.getUTCMonth()]}`);
      }
    }
  } else if (months) {
    for (let month = first.getUTCFullYear() * 12 + first.getUTCMonth(); ticks.length < 100; month++) {
      if (month % months) continue;
      const at = utc(Math.floor(month / 12), month % 12);
      if (at > end) break;
      add(at, MONTH_NAMES[month % 12]);
    }
  } else {
    const years = YEARS.find((step) => days / 365.25 / step <= most) ?? 5000;
    for (let year = Math.floor(first.getUTCFullYear() / years) * years; ticks.length < 100; year += years) {
      // Round years before year 1 are round in their own count: 500 BC is -499.
      const at = utc(year < 1 && years > 1 ? year + 1 : year);
      if (at > end) break;
      add(at, sayYear(new Date(at).getUTCFullYear()));
    }
    return ticks.map(([at, words]) => [at, words, null]);
  }
  return ticks;
}

function drawAxis(axis, window, left, width) {
  const [start, end] = window, most = Math.max(Math.floor(width / TICK), 2);
  let before = null;
  axis.replaceChildren(...findTicks(start, end, most).map(([at, words, year]) => {
    const tick = document.createElement("span"), x = (at - start) / (end - start) * width;
    // Words that the edge would cut are left out; their line says where they would be.
    if (x < width - 24) tick.textContent = year === null || (year === before && x > 0) ? words : `${words}\n${sayYear(year)}`;
    tick.style.left = `${left + x}px`;
    before = year;
    return tick;
  }));
}

// For Plotly's lines, beyond the window too, since they move with a drag.
function gridOf([start, end], width) {
  const most = Math.max(Math.floor(width / TICK), 2);
  return findTicks(start - (end - start) / 2, end + (end - start) / 2, most * 2).map(([at]) => at);
}

function sayDay(ms) {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]} ${sayYear(date.getUTCFullYear())}`;
}
