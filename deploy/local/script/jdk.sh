# Finds a JDK for ./daybridge: JAVA_HOME, then the PATH, then the usual folders, newest first.
# The version is read from the JDK's own "release" file: nothing has to be started to know it.

WANTED_JAVA=25

# Folders that hold one JDK each; a test names its own.
jvm_folders() {
  if [[ -n ${DAYBRIDGE_JVM_FOLDERS:-} ]]; then
    printf '%s\n' "$DAYBRIDGE_JVM_FOLDERS"/*
    return
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

# The version that a JDK folder states, or nothing when it is not a JDK.
jdk_version() {
  [[ -x $1/bin/javac && -r $1/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9._+-]*\)"\{0,1\}$/\1/p' "$1/release" | head -n 1
}

new_enough() {
  local major=${1%%[._+-]*}
  [[ $major =~ ^[0-9]+$ ]] && ((major >= WANTED_JAVA))
}

# Prints the folder of the JDK to use; fails with one sentence when there is none.
find_jdk() {
  local folder version on_path
  if [[ -n ${JAVA_HOME:-} ]] && new_enough "$(jdk_version "$JAVA_HOME")"; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  if on_path=$(command -v java); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    folder=${on_path%/bin/java}
    if new_enough "$(jdk_version "$folder")"; then
      printf '%s\n' "$folder"
      return
    fi
  fi
  folder=$(jvm_folders | while IFS= read -r folder; do
    version=$(jdk_version "$folder")
    if new_enough "$version"; then printf '%s\t%s\n' "$version" "$folder"; fi
  done | sort -t "$(printf '\t')" -k 1,1 -Vr | head -n 1 | cut -f 2)
  if [[ -z $folder ]]; then
    echo "Daybridge needs a JDK of version $WANTED_JAVA or newer: none was found by JAVA_HOME, on the PATH or in the usual folders." >&2
    return 1
  fi
  printf '%s\n' "$folder"
}
