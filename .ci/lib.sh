# Shared by .ci/run and its steps: where things are, and how to get what they need. Sourced by bash.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# Prints the folder of a JDK of version 25 or newer.
find_jdk() {
    local candidate version
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [[ -x $candidate/bin/javac && -r $candidate/release ]] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
        if ((${version:-0} >= 25)); then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "no JDK of version 25 or newer; set JAVA_HOME to one"
}

# Installs a Debian package if command $1 is missing: need COMMAND PACKAGE
need() {
    command -v "$1" >/dev/null || install_package "$2"
}

install_package() {
    command -v apt-get >/dev/null || fail "$1 is missing, and there is no apt-get to install it with"
    echo "installing $1..."
    { apt-get install -y -q "$1" || { apt-get update -q && apt-get install -y -q "$1"; }; } >"$work/apt.log" 2>&1 ||
        { tail -n 20 "$work/apt.log"; fail "$1 could not be installed"; }
}

# Everything that the emulator driver is built and fuzzed with; the Maven build goes on without it where this is missing.
need_native() {
    need cmake cmake
    need cc gcc
    need make make
    need protoc protobuf-compiler
    need nanopb_generator.py nanopb
    need clang-14 clang-14
    [[ -e /usr/include/pb_decode.h ]] || install_package libnanopb-dev
    compgen -G '/usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a' >/dev/null ||
        install_package libclang-rt-14-dev
}

# The browser that the tests of the pages drive; where it is missing they are skipped.
need_browser() {
    need chromium chromium
    need chromedriver chromium-driver
}

# Sets python to one that has NumPy, in a virtual environment of its own.
need_numpy() {
    python=$work/venv/bin/python
    [[ -x $python ]] && return
    need python3 python3
    if ! python3 -m venv "$work/venv" >"$work/venv.log" 2>&1; then
        rm -rf "$work/venv"
        { apt-get install -y -q python3-venv || { apt-get update -q && apt-get install -y -q python3-venv; }; } \
            >>"$work/venv.log" 2>&1 || true
        python3 -m venv "$work/venv" >>"$work/venv.log" 2>&1 || { tail -n 20 "$work/venv.log"; fail "no virtual environment"; }
    fi
    "$python" -m pip install -q --disable-pip-version-check numpy >>"$work/venv.log" 2>&1 ||
        { tail -n 20 "$work/venv.log"; fail "NumPy could not be installed"; }
}

# A step that is called by itself gets a folder of its own.
if [[ -z ${work:-} ]]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
export work
JAVA_HOME=$(find_jdk) || exit 1
export JAVA_HOME
PATH=$JAVA_HOME/bin:$PATH
export MAVEN_ARGS="-B -ntp"
