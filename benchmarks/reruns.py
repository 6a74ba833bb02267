"""What many readers at once wait for: python benchmarks/reruns.py [--built DIR] [--readers 20] [--seconds 40] [--root DIR].

Each reader has a session of his own at one server and has the whole timeline page run again every 5 s, the first half of
the time as it is, the second with another filter of dates each time. No browser: what is measured is the server, from a
request sent to the run's end. `--root` names another checkout, to measure two versions in turns.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import time
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import serve  # noqa: E402

EVERY = 5.0
"""Seconds between two runs that a reader asks for."""


def main() -> None:
    """Measure and print one line for each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--built", type=Path, default=ROOT / "data" / "built")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=40)
    parser.add_argument("--root", type=Path, default=ROOT)
    parsed = parser.parse_args()
    with serve(parsed.built.resolve(), parsed.root.resolve()) as address:
        took = asyncio.run(read_together(address, parsed.readers, parsed.seconds))
    print(f"{parsed.readers} readers, a run every {EVERY:.0f} s each; seconds from asking to the end of the run")
    for name, seconds in took.items():
        nineteen = statistics.quantiles(seconds, n=20)
        print(f"{name:18s} median {statistics.median(seconds):6.3f}   p95 {nineteen[-1]:6.3f}   runs {len(seconds)}")


async def read_together(address: str, readers: int, seconds: int) -> dict[str, list[float]]:
    """Seconds of each run, of those that ask for the same page and of those that each ask for another."""
    took: dict[str, list[float]] = {}
    for name in ("the same page", "other dates each"):
        runs = await asyncio.gather(*(read(address, reader, name, seconds / 2) for reader in range(readers)))
        took[name] = [run for one in runs for run in one]
    return took


async def read(address: str, reader: int, name: str, seconds: float) -> list[float]:
    """One reader's runs; the first, which opens the page, is left out."""
    order = random.Random(reader)
    took = []
    stream = address.replace("http://", "ws://") + "/_stcore/stream"
    async with connect(stream, origin=address, subprotocols=["streamlit"], max_size=None) as socket:
        # Only who has told that the timeline is drawn is sent the rest of the page.
        drawn = await _run(socket, "", None)
        await _run(socket, "", drawn)
        end = time.monotonic() + seconds
        await asyncio.sleep(order.random() * EVERY)
        while time.monotonic() < end:
            began = time.monotonic()
            year = order.randrange(1950, 2023)
            await _run(socket, "" if name == "the same page" else f"from={year}-{order.randrange(1, 13):02}-01", drawn)
            took.append(time.monotonic() - began)
            await asyncio.sleep(max(0.0, EVERY - took[-1]))
    return took


async def _run(socket: ClientConnection, query: str, drawn: WidgetState | None) -> WidgetState | None:
    """Ask for a run of the timeline with an address, and wait for its end; gives what tells that the timeline is drawn."""
    message = BackMsg()
    message.rerun_script.query_string = query
    if drawn is not None:
        message.rerun_script.widget_states.widgets.append(drawn)
    await socket.send(message.SerializeToString())
    started = False
    while True:
        answer = ForwardMsg.FromString(await socket.recv())
        started |= answer.WhichOneof("type") == "new_session"
        element = answer.delta.new_element
        # The other component of the page, which hears links, is told nothing.
        if element.WhichOneof("type") == "bidi_component" and element.bidi_component.json:
            window = list(json.loads(element.bidi_component.json)["window"])
            drawn = WidgetState(id=element.bidi_component.id, json_value=json.dumps({"window": [*window, 1100, 0]}))
        if started and answer.WhichOneof("type") == "script_finished":
            return drawn


if __name__ == "__main__":
    main()
