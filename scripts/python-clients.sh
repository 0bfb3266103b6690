#!/usr/bin/env bash
# Makes the Python environments in which tests try foreign clients of Kafka and Bitrix24 on the sandbox. Safe to run again:
# an environment that already holds its requirements is left alone.
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=packages/sandbox/test-clients
environments=.cache/python

make_environment() {
  local name=$1
  local wanted="$requirements/requirements-$name.txt"
  local environment="$environments/$name"
  if [ -x "$environment/bin/python" ] && cmp --silent "$wanted" "$environment/requirements.txt"; then
    return
  fi
  rm -rf "$environment"
  python3 -m venv "$environment"
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
  # Last: an interrupted installation is repeated.
  cp "$wanted" "$environment/requirements.txt"
}

make_environment current
make_environment legacy
make_environment bitrix24
