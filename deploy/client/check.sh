#!/usr/bin/env bash
# Generates the TypeScript client from the OpenAPI documents of the last build and compiles it strictly.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [[ ! -d node_modules || package-lock.json -nt node_modules/.package-lock.json ]]; then
  npm ci --silent --no-audit --no-fund || {
    echo "The TypeScript client can't be checked: npm did not get the packages of deploy/client/package-lock.json." >&2
    exit 1
  }
fi
npm run --silent generate
npm run --silent check
echo "The TypeScript client compiles with tsc --strict."
