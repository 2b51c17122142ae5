# Sourced by the benchmarks: how long a command takes, and ratios.
# median_ms COMMAND...: the median of seven runs after one that warms up, in milliseconds.
median_ms() {
  "$@" >/dev/null 2>&1
  for run in 1 2 3 4 5 6 7; do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s%N)
    echo $(((end - start) / 1000))
  done | sort -n | sed -n 4p | awk '{ printf "%.1f", $1 / 1000 }'
}

# ratio A B: A / B with two digits.
ratio() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }

# goal NAME RATIO LIMIT: one line of the report.
goal() { awk "BEGIN { printf \"%-64s %6.2f  (goal: at most %s)%s\n\", \"$1\", $2, $3, $2 <= $3 ? \"\" : \"  MISSED\" }"; }
