# Everything that CI runs. One database and one broker serve the tests of all modules.

TEST_RUN=$ROOT/target/test-run

run_tests() {
  local started=$SECONDS
  begin_build
  build_local
  start_test_infrastructure
  DAYBRIDGE_TEST_INFRA=$TEST_RUN/ready.properties \
    maven verify -Dquarkus.package.jar.type=aot-jar "$@"
  [[ $# -gt 0 ]] || end_build
  check_where_present node "the TypeScript client" deploy/client/check.sh
  echo "All tests passed in $((SECONDS - started)) s."
}

# Runs from a copy: the build that follows may write the jar again.
start_test_infrastructure() {
  rm -rf "$TEST_RUN"
  mkdir -p "$TEST_RUN"
  cp "$LOCAL_JAR" "$TEST_RUN/"
  "$JAVA_HOME/bin/java" -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
    -cp "$TEST_RUN/daybridge-local.jar:$LOCAL/target/lib/*" \
    org.daybridge.local.infrastructure.Infrastructure \
    --tests --idle 60 --exit-with $$ --ready-file "$TEST_RUN/ready.properties" \
    >"$TEST_RUN/infrastructure.log" 2>&1 &
  TEST_INFRASTRUCTURE=$!
  trap stop_test_infrastructure EXIT
  trap 'exit 130' INT TERM
  local tries
  for ((tries = 0; tries < 900; tries++)); do
    [[ -f $TEST_RUN/ready.properties ]] && return
    kill -0 "$TEST_INFRASTRUCTURE" 2>/dev/null || break
    sleep 0.1
  done
  echo "PostgreSQL and Kafka did not start:" >&2
  tail -n 20 "$TEST_RUN/infrastructure.log" >&2
  exit 1
}

stop_test_infrastructure() {
  if kill -TERM "$TEST_INFRASTRUCTURE" 2>/dev/null; then
    wait "$TEST_INFRASTRUCTURE" || true
  fi
}

check_where_present() {
  local tool=$1 what=$2 script=$3
  [[ -f $ROOT/$script ]] || return 0
  if command -v "$tool" >/dev/null; then
    "$ROOT/$script"
  else
    echo "Skipped: $what, because $tool is not installed here."
  fi
}
