#!/bin/sh
# Firefox with $ETC_ABOVE laid over /etc, in a mount namespace of its own: the machine's own policies
# stay untouched, and what lies over them ends with the browser. Laid over and not bound into, since
# a machine without policies has no folder to bind into.
set -eu
[ "$(id -u)" = 0 ] || map=--map-root-user
exec unshare --mount ${map:-} sh -c 'mount -t overlay waymark -o "ro,lowerdir=$ETC_ABOVE:/etc" /etc && exec "$FIREFOX_UNDER_POLICY" "$@"' sh "$@"
