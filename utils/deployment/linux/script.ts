import { BROWSER_FACTS, extensionEntry, idIn } from '../browsers.ts';
import { browsersOn, type Deployment } from '../deployment.ts';
import { jsonForScript } from '../encode/json.ts';

/**
 * Python script that merges. Chromium browsers read every file of the folder, but a policy that
 * stands in two files counts in one of them only; Firefox reads one file. So neither may simply be
 * copied over what an organisation has.
 */
export function linuxScript(deployment: Deployment): string {
  return `${HEAD}WANTED = json.loads(r'''${jsonForScript(linuxData(deployment))}''')
${BODY}`;
}

/** What the script knows of this deployment. */
export function linuxData(deployment: Deployment) {
  return browsersOn('linux', deployment).map((browser) => ({
    title: BROWSER_FACTS[browser].title,
    folder: BROWSER_FACTS[browser].linuxFolder,
    one_file: browser === 'firefox',
    id: idIn(browser, deployment),
    entry: extensionEntry(browser, deployment),
    settings: deployment.settings,
  }));
}

const HEAD = `#!/usr/bin/env python3
"""Installs, checks or removes Waymark in the browser policies of this computer.

  sudo python3 waymark-linux.py install | check | remove

Adds to what is there; policies of the organisation stay. Needs Python 3.6 or newer.
Exit code 0: done, or everything is as wanted. 1: it is not. 2: stopped, and why.
"""
import argparse
import json
import os
import sys

`;

const BODY = String.raw`

EMPTY = ({}, {"policies": {}})


class Unusable(Exception):
    """A file of the organisation that cannot be read as the JSON of an object."""


def read(path):
    if not os.path.exists(path):
        return {}
    try:
        with open(path, encoding="utf-8-sig") as file:
            found = json.load(file)
    except ValueError as error:
        raise Unusable("%s is not JSON (%s). Nothing was changed." % (path, error))
    if not isinstance(found, dict):
        raise Unusable("%s does not hold an object. Nothing was changed." % path)
    return found


def write(path, content):
    os.makedirs(os.path.dirname(path), mode=0o755, exist_ok=True)
    new = path + ".waymark-new"
    with open(new, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=2, ensure_ascii=False)
        file.write("\n")
    os.chmod(new, os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o644)
    os.replace(new, path)


def below(parent, name):
    """The object under a name, made when there is none."""
    found = parent.setdefault(name, {})
    if not isinstance(found, dict):
        raise Unusable("%s is not an object. Nothing was changed." % name)
    return found


def drop(parent, *names):
    """Takes a value away, and the objects around it that are empty then."""
    *outer, last = names
    chain = [parent]
    for name in outer:
        if not isinstance(chain[-1].get(name), dict):
            return
        chain.append(chain[-1][name])
    chain[-1].pop(last, None)
    for holder, name in zip(reversed(chain[:-1]), reversed(outer)):
        if not holder[name]:
            del holder[name]


def plan(browser, remove):
    """Path to wanted content, for every file that concerns Waymark in one browser."""
    if browser["one_file"]:
        path = os.path.join(browser["folder"], "policies.json")
        content = read(path)
        place(below(content, "policies"), browser, remove, "Extensions")
        return {path: content}
    return plan_folder(browser, remove)


def plan_folder(browser, remove):
    own = os.path.join(browser["folder"], "waymark.json")
    names = os.listdir(browser["folder"]) if os.path.isdir(browser["folder"]) else []
    others = [os.path.join(browser["folder"], name) for name in sorted(names) if name.endswith(".json")]
    found = {path: read(path) for path in others if path != own}
    holders = [path for path, content in found.items() if "ExtensionSettings" in content]
    files = {own: {}}
    place(files[own], browser, remove, "extensions")
    for path in holders:
        place(found[path], dict(browser, settings={}), remove, "extensions")
        files[path] = found[path]
        files[own].pop("ExtensionSettings", None)
    return files


def place(policies, browser, remove, vendor):
    drop(policies, "3rdparty", vendor, browser["id"])
    if remove:
        drop(policies, "ExtensionSettings", browser["id"])
        return
    below(policies, "ExtensionSettings")[browser["id"]] = browser["entry"]
    if browser["settings"]:
        below(below(policies, "3rdparty"), vendor)[browser["id"]] = browser["settings"]


def same(path, content):
    return read(path) == content or (content in EMPTY and not os.path.exists(path))


def apply(path, content):
    if content not in EMPTY:
        write(path, content)
    elif os.path.exists(path):
        os.remove(path)


def planned(root, remove):
    """Everything is read before anything is written."""
    files = {}
    for browser in WANTED:
        folder = os.path.join(root, browser["folder"].lstrip("/"))
        files.update(plan(dict(browser, folder=folder), remove))
    return {path: content for path, content in files.items() if not same(path, content)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=["install", "check", "remove"])
    parser.add_argument("--root", default="/", help="write below this folder instead of /")
    given = parser.parse_args()
    try:
        differing = planned(given.root, given.task == "remove")
        for path, content in differing.items():
            if given.task == "check":
                print("%s differs" % path)
            else:
                apply(path, content)
                print("%s: done" % path)
    except (OSError, Unusable) as error:
        print(error, file=sys.stderr)
        return 2
    if not differing:
        print("As wanted.")
    return 1 if differing and given.task == "check" else 0


if __name__ == "__main__":
    sys.exit(main())
`;
