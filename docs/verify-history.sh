#!/bin/sh
# Verifies an exported Goldthread history with nothing of Goldthread: sh verify-history.sh FILE
# Needs awk, find, sort, xargs, and sha256sum or shasum. The format is described in history-format.md.
# Prints each fault, or the head of the history; exits 0 when it verifies and 1 when it does not.
set -eu
export LC_ALL=C

file=${1:?Name the exported history: sh verify-history.sh FILE}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/events" "$work/seals"

hashes_of() {
  if command -v sha256sum > /dev/null; then hash='sha256sum'; else hash='shasum -a 256'; fi
  (cd "$1" && find . -type f | sort | xargs $hash)
}

# Each event into a file of its own, named by its line.
awk -v folder="$work/events" '
  match($0, /,"hash":"[0-9a-f]+","position":[0-9]+,"seal":[0-9]+}$/) && index($0, "{\"event\":") == 1 {
    name = sprintf("%s/%09d", folder, NR)
    printf "%s", substr($0, 10, RSTART - 10) > name
    close(name)
  }' "$file"
hashes_of "$work/events" > "$work/event-hashes"

# Each event against its hash, each seal against the one before; the text of each seal into a file of its own.
awk -v folder="$work/seals" -v wanted="$work/wanted" '
  function text(name) { return match($0, "\"" name "\":\"[^\"]*\"") ? substr($0, RSTART + length(name) + 4, RLENGTH - length(name) - 5) : "" }
  function number(name) { return match($0, "\"" name "\":[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : "" }
  function fault(words) { print words; faults = 1 }
  FILENAME == ARGV[1] { found[substr($2, length($2) - 8)] = $1; next }
  FNR == 1 {
    if (index($0, "\"format\":\"goldthread-history-1\"") == 0) { fault("This is not an exported history in the format goldthread-history-1"); exit }
    commissioner = text("id")
    previous = sprintf("%064d", 0)
    next
  }
  index($0, "{\"event\":") == 1 {
    match($0, /,"hash":"[0-9a-f]+","position":[0-9]+,"seal":[0-9]+}$/)
    tail = substr($0, RSTART)
    split(tail, part, /[:,}"]+/)
    listed = part[3]; place = part[5]; seal = part[7]
    events++; here++
    if (seal != sealed + 1) fault("Line " FNR ": an event of seal " seal " is where seal " sealed + 1 " belongs")
    if (place != here) fault("Seal " seal ": the event at place " here " was removed or moved")
    if (found[sprintf("%09d", FNR)] != listed) fault("Line " FNR ": the event at place " place " of seal " seal " was changed")
    lines = lines "event " listed "\n"
    next
  }
  index($0, "{\"events\":") == 1 {
    sealed++
    if (number("number") != sealed) { fault("Seal " sealed " was removed"); sealed = number("number") }
    if (number("events") != here) fault("Seal " sealed ": it lists " number("events") " events and " here + 0 " are here: some were slipped in or removed")
    if (text("previous") != previous) fault("Seal " sealed " does not follow from the seal before it")
    name = sprintf("%s/%09d", folder, sealed)
    printf "goldthread seal 1\ncommissioner %s\nnumber %d\nsealed %s\nprevious %s\n%s", commissioner, sealed, text("sealed"), text("previous"), lines > name
    close(name)
    previous = text("hash")
    print sprintf("%09d", sealed), previous > wanted
    lines = ""; here = 0
    next
  }
  { fault("Line " FNR ": neither an event nor a seal") }
  END {
    if (here > 0) fault("Seal " sealed + 1 " was removed")
    if (!faults) print events + 0 " events in " sealed + 0 " seals, head " (sealed ? previous : "none")
    exit faults
  }' "$work/event-hashes" "$file" > "$work/said" || failed=1

hashes_of "$work/seals" > "$work/seal-hashes"
touch "$work/wanted"
awk '
  FILENAME == ARGV[1] { made[substr($2, length($2) - 8)] = $1; next }
  made[$1] != $2 { print "Seal " $1 + 0 " was changed: its hash is not that of what it says and lists"; faults = 1 }
  END { exit faults }' "$work/seal-hashes" "$work/wanted" || failed=1

cat "$work/said"
if [ "${failed:-0}" = 1 ]; then echo 'The history does not verify.'; exit 1; fi
echo 'The history verifies.'
