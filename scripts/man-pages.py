#!/usr/bin/env python3
"""Writes a manual page for every command from what its parser says of itself.

usage: man-pages.py FOLDER COMMAND...

Each COMMAND is a program that swift-argument-parser reads the arguments of; it is asked with
--experimental-dump-help. FOLDER gets COMMAND.1 and COMMAND-SUBCOMMAND.1 in man(7) format.
"""
import json
import pathlib
import subprocess
import sys


def escaped(text):
    """Text as troff reads it: in ASCII, and nothing in it taken for a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(c if c < "\x7f" else f"\\[u{ord(c):04X}]" for c in text)
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def spelled(name):
    dashes = "--" if name["kind"] == "long" else "-"
    return "\\fB" + escaped(dashes + name["name"]) + "\\fR"


def usage(argument):
    """One argument of the synopsis, in brackets where it may be left out."""
    value = "\\fI" + escaped(argument.get("valueName", "")) + "\\fR"
    if argument["kind"] == "positional":
        text = value
    else:
        text = spelled(argument["preferredName"])
        text += "" if argument["kind"] == "flag" else " " + value
    if argument.get("isRepeating"):
        text += " ..."
    return "[" + text + "]" if argument.get("isOptional") else text


def described(argument):
    if argument["kind"] == "positional":
        head = "\\fI" + escaped(argument["valueName"]) + "\\fR"
    else:
        head = ", ".join(spelled(name) for name in argument["names"])
        if argument["kind"] == "option":
            head += " \\fI" + escaped(argument["valueName"]) + "\\fR"
    text = escaped(argument.get("abstract", ""))
    if argument.get("allValues"):
        text += "\nOne of: " + escaped(", ".join(argument["allValues"])) + "."
    if argument.get("defaultValue"):
        text += "\nDefault: " + escaped(argument["defaultValue"]) + "."
    return [".TP", head, text]


def page(path, command):
    """The page of one command; a block indented in its discussion is shown as it stands."""
    name = "-".join(path)
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    children = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    lines = [f'.TH "{escaped(name.upper())}" 1 "" "posthorn" "Posthorn"', ".SH NAME"]
    lines += [escaped(name) + " \\- " + escaped(command.get("abstract", "")), ".SH SYNOPSIS"]
    call = ["\\fB" + escaped(" ".join(path)) + "\\fR"] + [usage(a) for a in shown]
    lines.append(" ".join(call + (["\\fIsubcommand\\fR"] if children else [])))
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", ".nf", escaped(command["discussion"]), ".fi"]
    if shown:
        lines += [".SH OPTIONS"] + [line for a in shown for line in described(a)]
    if children:
        lines.append(".SH SUBCOMMANDS")
        for child in children:
            lines += [".TP", f"\\fB{escaped('-'.join(path + [child['commandName']]))}\\fR(1)"]
            lines.append(escaped(child.get("abstract", "")))
    if len(path) > 1:
        lines += [".SH SEE ALSO", f"\\fB{escaped('-'.join(path[:-1]))}\\fR(1)"]
    return "\n".join(lines) + "\n"


def write(folder, path, command):
    (folder / ("-".join(path) + ".1")).write_text(page(path, command), encoding="utf-8")
    for child in command.get("subcommands", []):
        if child["commandName"] != "help" and child.get("shouldDisplay", True):
            write(folder, path + [child["commandName"]], child)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for program in sys.argv[2:]:
        asked = [program, "--experimental-dump-help"]
        said = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
        write(folder, [said["command"]["commandName"]], said["command"])


main()
