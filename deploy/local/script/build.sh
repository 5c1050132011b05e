# Builds what ./daybridge runs, when something is newer than what was built last.

BUILT=$ROOT/target/built

need() {
  command -v "$1" >/dev/null || {
    echo "Daybridge needs $2: $1 is not on the PATH." >&2
    exit 1
  }
}

maven() {
  need mvn "Maven 3.8.7 or newer"
  (cd "$ROOT" && mvn -B "$@")
}

# Folders count too: their time changes when a file in them is removed.
up_to_date() {
  [[ -f $BUILT && -f $LOCAL_JAR ]] || return 1
  local sources=("$ROOT/pom.xml")
  local module
  while IFS= read -r module; do
    sources+=("$ROOT/$module/pom.xml")
    [[ -d $ROOT/$module/src/main ]] && sources+=("$ROOT/$module/src/main")
  done < <(modules)
  [[ -z $(find "${sources[@]}" -newer "$BUILT" -print -quit) ]]
}

modules() {
  sed -n 's|.*<module>\(.*\)</module>.*|\1|p' "$ROOT/pom.xml"
}

build() {
  if ! up_to_date; then
    echo "Building (only after a change) …"
    begin_build
    maven -q -Dquick -Dquarkus.package.jar.type=aot-jar package
    end_build
  fi
  # Caches for the next starts are part of what is built; nothing happens when they fit.
  launcher prepare || echo "Nothing was recorded: starting takes longer, and that is all."
}

# The stamp has the time at which the build began: what was changed meanwhile is built again.
begin_build() {
  mkdir -p "$(dirname "$BUILT")"
  touch "$BUILT.begun"
}

end_build() {
  mv "$BUILT.begun" "$BUILT"
}

# Only the launcher and the infrastructure, for the tests of everything else.
build_local() {
  maven -q -Dquick -pl deploy/local package
}
