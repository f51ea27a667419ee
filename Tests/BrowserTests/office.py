"""An office of the walk's own: served while the walk lasts, gone when it is over."""

import contextlib
import re
import subprocess
import tempfile


@contextlib.contextmanager
def serving(posthorn):
    """Gives the office's address, and the links by which Ada Fox, an admin, and Cy Hare, a commander, set a password, and where the
    static copy of the status is."""
    with tempfile.TemporaryDirectory(prefix="posthorn-walk-") as folder:
        office = folder + "/office"

        def call(*arguments):
            return subprocess.run(
                [posthorn, *arguments, "--office", office], check=True, capture_output=True, text=True
            ).stdout

        subprocess.run([posthorn, "init", office], check=True, capture_output=True)
        with open(office + "/office.yaml", "a") as settings:
            settings.write("status-site: site\n")
        def invite(name, role, display):
            text = call("access", "staff", "add", name, "--role", role, "--display-name", display)
            return re.search(r"/set-up\?token=\w+", text).group(0)

        link = invite("ada.fox", "admin", "Ada Fox")
        second = invite("cy.hare", "commander", "Cy Hare")
        with open(folder + "/log", "w") as log:
            server = subprocess.Popen(
                [posthorn, "serve", "--office", office, "--port", "0", "--admin-port", "0"],
                stdout=subprocess.PIPE, stderr=log, text=True,
            )
            try:
                yield server.stdout.readline().strip(), link, second, office + "/site"
            finally:
                server.terminate()
                server.wait()
