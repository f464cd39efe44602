#!/bin/sh
# Chromium under the policies in $POLICIES, in a mount namespace of its own: the machine's own
# policies stay untouched, and end with the browser.
set -eu
[ "$(id -u)" = 0 ] || map=--map-root-user
exec unshare --mount ${map:-} sh -c 'mount --bind "$POLICIES" /etc/chromium && exec "$CHROMIUM_UNDER_POLICY" "$@"' sh "$@"
