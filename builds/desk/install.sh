#!/bin/sh
# Puts Meanwhile among the programs of this account. The folder stays where it is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
case $here in
*[\"\`\$\\\&\|%]*) echo "Put the folder where no \" \` \$ \\ & | or % is in its path." >&2; exit 1 ;;
esac
menu=${XDG_DATA_HOME:-$HOME/.local/share}/applications
mkdir -p "$menu"
sed -e "s|^Exec=.*|Exec=\"$here/Meanwhile\"|" -e "s|^Icon=.*|Icon=$here/meanwhile.png|" \
    "$here/meanwhile.desktop" >"$menu/meanwhile.desktop"
echo "Meanwhile is in the menu. To undo it, remove $menu/meanwhile.desktop"
