#!/bin/sh
# The papers that are due, for cron: into batch.log with day, hour and exit code.
# What it prints, cron sends by mail: nothing when all is good.
umask 027
cd "$(dirname "$0")/../.." || exit 2
code=2
{
    date '+%F %T starts'
    .venv/bin/python -m pscb_lib batch --as-of "$(date +%F)"
    code=$?
    date "+%F %T ends with exit code $code"
} >>batch.log 2>&1
[ "$code" -eq 0 ] || echo "pscb batch ended with exit code $code: see batch.log"
exit "$code"
