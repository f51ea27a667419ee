"""An office of the walk's own: served while the walk lasts, gone when it is over."""

import contextlib
import re
import subprocess
import tempfile


@contextlib.contextmanager
def serving(posthorn):
    """Gives the office's address, and the path of the link by which Ada Fox, an admin, sets a password."""
    with tempfile.TemporaryDirectory(prefix="posthorn-walk-") as folder:
        office = folder + "/office"

        def call(*arguments):
            return subprocess.run(
                [posthorn, *arguments, "--office", office], check=True, capture_output=True, text=True
            ).stdout

        subprocess.run([posthorn, "init", office], check=True, capture_output=True)
        invited = call("access", "staff", "add", "ada.fox", "--role", "admin", "--display-name", "Ada Fox")
        link = re.search(r"/set-up\?token=\w+", invited).group(0)
        with open(folder + "/log", "w") as log:
            server = subprocess.Popen(
                [posthorn, "serve", "--office", office, "--port", "0", "--admin-port", "0"],
                stdout=subprocess.PIPE, stderr=log, text=True,
            )
            try:
                yield server.stdout.readline().strip(), link
            finally:
                server.terminate()
                server.wait()
